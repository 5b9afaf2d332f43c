"""What measures the programme: how fast it reads, and what it finds of the labelled stories."""
