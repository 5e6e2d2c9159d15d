"""Needs review: the page where people settle what a machine must not."""
