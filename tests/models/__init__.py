"""The encrypted database and its journal."""
