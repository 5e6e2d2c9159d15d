"""Prepare for offline: what is tried the day before, so that the day itself needs no web."""
