"""The central service: accounts, devices, record store, sync."""
