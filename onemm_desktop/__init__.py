"""1MM Desktop: the program its people use where the web does not reach."""
