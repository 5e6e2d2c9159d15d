"""The public page on which anybody checks a certificate: by its code, which says everything, or by its number alone."""
