"""Changes that come as files: on a stick, from the post room's machine, or through somebody else's laptop."""
