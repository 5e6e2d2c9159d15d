"""What all threats have in common: a centre, laptops that enrolled at it, and somebody who looks at every byte."""

from __future__ import annotations

from tests.sync.conftest import furnished, laptop, new_laptop

__all__ = ["furnished", "laptop", "new_laptop"]
