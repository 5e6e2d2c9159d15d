"""The window, driven by robots over real parts."""
