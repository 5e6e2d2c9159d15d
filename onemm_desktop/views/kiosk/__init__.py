"""Signing oneself in at a laptop that strangers touch."""
