"""Evaluation of an event: sheets are keyed in, and what they say together is shown."""
