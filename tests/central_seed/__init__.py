"""The pilot as a seed: the published counts, invented people, and records that agree with each other."""
