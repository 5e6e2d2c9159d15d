"""Keying in what was signed on paper, in the order of the paper."""
