"""The edge: what the centre says today, in the words of a laptop of an earlier schema."""

from __future__ import annotations

import msgspec

from onemm_wire.protocol import OpResult
from onemm_wire.versions import CONFLICT_RECORDS


def results_for(schema: int, results: list[OpResult]) -> list[OpResult]:
    """The answers to ops. What is stored under an op's key stays as it is."""
    return results if schema >= CONFLICT_RECORDS else [_without_records(result) for result in results]


def _without_records(result: OpResult) -> OpResult:
    """A conflict as it was told when nobody could see its record: the fields in question, in the order of names."""
    conflicts = result.values.get("conflicts")
    if result.status != "conflict" or not isinstance(conflicts, dict):
        return result
    return msgspec.structs.replace(result, values={"fields": sorted(conflicts)})
