"""The first run: from the centre's address to the first record, one question at a time."""
