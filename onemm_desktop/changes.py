"""What a piece of work touched: the one message by which every open page learns whether to refresh."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Change:
    """The records that one transaction touched, as (kind, id) pairs, and the word for undoing it.

    ``everything`` is said by a sync that touched more than is worth naming: pages read afresh.
    ``undo`` is a code of ``views/sentences/`` for what Ctrl+Z would take back, with its ``values``.
    """

    touched: frozenset[tuple[str, str]] = frozenset()
    everything: bool = False
    undo: str = ""
    values: dict[str, str] = field(default_factory=dict)

    def concerns(self, *kinds: str) -> bool:
        """Whether anything of these kinds was touched."""
        return self.everything or any(kind in kinds for kind, _ in self.touched)

    def ids(self, kind: str) -> frozenset[str]:
        """The touched ids of one kind."""
        return frozenset(record for touched, record in self.touched if touched == kind)
