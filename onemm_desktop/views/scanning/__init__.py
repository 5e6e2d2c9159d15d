"""Codes that are read: by a scanner that types like a keyboard, or out of a picture."""
