"""The real thing, badly treated: laptops and a centre as processes, killed; a network between them that lies."""
