"""The central service, over real HTTP and real PostgreSQL."""
