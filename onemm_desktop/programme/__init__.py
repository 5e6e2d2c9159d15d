"""What staff can do, and the rules of the mentoring programme: one function, one verb, one transaction."""
