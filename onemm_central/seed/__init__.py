"""The 2017 pilot as real input: the published counts and partners, peopled by invented people.

``pilot.pilot(seed, today, scale)`` is pure: the same three values give the same records, byte for byte.
"""
