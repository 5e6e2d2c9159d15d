"""The sealed form for a concern, and the leads' page."""
