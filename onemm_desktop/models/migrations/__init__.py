"""The history of the laptop's tables, for Alembic. Released files are never edited: a change is a new file."""
