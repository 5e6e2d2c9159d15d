"""One file per threat of ``docs/security.md``: what each kind of stranger finds, tried out."""
