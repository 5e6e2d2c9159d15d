"""Who saw and changed what, and whether anybody has touched the record of it since."""
