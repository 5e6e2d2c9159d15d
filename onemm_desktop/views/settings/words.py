"""Words for what Settings shows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_wire.partitions import Role

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def role_words(role: Role) -> str:
    """A role as people call it."""
    match role:
        case "trainer":
            return translate("roles", "Trainer")
        case "coordinator":
            return translate("roles", "School coordinator")
        case "staff":
            return translate("roles", "Staff")
        case "regional_manager":
            return translate("roles", "Regional manager")
        case "safeguarding_lead":
            return translate("roles", "Safeguarding lead")


def megabytes(size: int) -> str:
    """14.2 MB."""
    return f"{size / 1_000_000:,.1f} MB"
