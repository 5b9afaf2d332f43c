"""Numbers of things, money, parts, measures, lengths of time, ages and places in a row."""
