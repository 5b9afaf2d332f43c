"""Days, months, years, hours and periods, as French writes them and as EDTF has them."""
