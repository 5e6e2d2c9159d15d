"""Figures behind the promises of the documentation; run by ``make bench``, never as tests."""
