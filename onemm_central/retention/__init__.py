"""How long people's records are kept: rules as dated data, what is due by them, and carrying it out."""
