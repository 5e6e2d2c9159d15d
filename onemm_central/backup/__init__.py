"""Backups: the whole database in one file that only the holder of a key can open."""
