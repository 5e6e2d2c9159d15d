"""Robots: they press keys and look at the screen, so that tests read as stories."""
