"""How copies agree: pushing, pulling, the first sync, and when each is due."""
