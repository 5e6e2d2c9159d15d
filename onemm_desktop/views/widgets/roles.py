"""What a table's model tells its delegates beyond Qt's own roles."""

from __future__ import annotations

from PySide6.QtCore import Qt

#: ``(text, Tone)`` of a pill, or None for an empty cell. DisplayRole should hold the same text, for screen readers.
PILL_ROLE = int(Qt.ItemDataRole.UserRole) + 101
#: A second, smaller line under a name.
SECONDARY_ROLE = int(Qt.ItemDataRole.UserRole) + 102
