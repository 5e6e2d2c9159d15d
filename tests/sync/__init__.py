"""How copies agree: real centre, real HTTP, real encrypted files."""
