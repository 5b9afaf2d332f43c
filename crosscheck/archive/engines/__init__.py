"""What runs the blocking of an archive: DuckDB here, Spark on many; the same rows."""
