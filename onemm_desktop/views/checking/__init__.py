"""Check a certificate, offline: what its code says, and whether it counts. From a scanner, a paste or a file."""
