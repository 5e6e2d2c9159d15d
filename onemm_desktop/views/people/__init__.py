"""Mentors and young people."""
