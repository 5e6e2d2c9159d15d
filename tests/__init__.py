"""Tests: stories through robots, properties through hypothesis, with real parts."""
