"""Training events: what is today, what is coming, what has been."""
