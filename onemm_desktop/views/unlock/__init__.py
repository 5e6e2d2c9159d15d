"""Opening the records with a passphrase, where the system has no keyring."""
