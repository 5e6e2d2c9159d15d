"""Staff accounts: who may sign in, and with which role in which region."""
