"""Today: what the program opens on."""
