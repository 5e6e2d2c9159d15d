"""Whole stories over real parts: the centre and the laptops are processes, the network is loopback."""
