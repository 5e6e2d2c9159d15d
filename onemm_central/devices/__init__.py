"""Laptops: enrolment codes, keys and tokens, the rules they are kept by, opening a sealed one, shutting one out."""
