"""Set-up, demo and picture scripts behind the Makefile."""
