"""The register of one event: the desk at the door."""
