"""A laptop in plain messages: it numbers its ops and keeps its cursor, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import requests

from onemm_wire.records import Mentor
from tests.central_service import Centre

LONDON = "region/LDN"
SIAN = "01930000-0000-7000-8000-000000000001"


class Laptop:
    """One enrolled device of one person."""

    def __init__(self, centre: Centre, email: str, *, region: str = "LDN") -> None:
        self.centre = centre
        self.enrolled = centre.enrol(email, region=region)
        self.token: str = self.enrolled["token"]
        self.n = 0
        self.seqs: dict[str, int] = {}

    def op(self, verb: str, record_id: str = SIAN, **message: Any) -> dict[str, Any]:
        """The next op, on a mentor of London unless said otherwise."""
        self.n += 1
        return {
            "n": self.n, "kind": "mentor", "id": record_id, "partition": LONDON, "verb": verb,
            "by": self.enrolled["user_id"], "at": "2026-11-21T10:00:00Z", "group": f"g{self.n}", **message,
        }  # fmt: skip

    def edit(self, read: int = 1, previous: int | None = None, **fields: Any) -> dict[str, Any]:
        """An update of Siân's card whose fields were read at this rev."""
        return self.op("update", fields=fields, read=dict.fromkeys(fields, read), previous=previous)

    def push(self, *ops: dict[str, Any]) -> list[dict[str, Any]]:
        """Send these ops; answers their results."""
        answer = self.post("/sync/push", {"ops": ops})
        assert answer.status_code == 200, answer.text
        results: list[dict[str, Any]] = answer.json()["results"]
        return results

    def statuses(self, *ops: dict[str, Any]) -> list[str]:
        """Send these ops; answers what became of each, with the code where there is one."""
        return [" ".join(filter(None, (result["status"], result["code"]))) for result in self.push(*ops)]

    def pull(self, limit: int = 2_000, epoch: str | None = None) -> dict[str, Any]:
        """The next page of changes; remembers the cursor."""
        cursor = {"epoch": epoch or self.enrolled["epoch"], "schema": 1, "seqs": self.seqs}
        answer = self.post("/sync/pull", {"cursor": cursor, "limit": limit})
        assert answer.status_code == 200, answer.text
        pulled: dict[str, Any] = answer.json()
        self.seqs = pulled["cursor"]["seqs"]
        return pulled

    def page(self, partition: str, **message: Any) -> tuple[dict[str, Any], list[list[Any]]]:
        """One page of a first sync: its head and its lines."""
        answer = self.post("/sync/page", {"partition": partition, **message})
        assert answer.status_code == 200, answer.text
        head, *lines = [json.loads(line) for line in answer.text.splitlines()]
        return head, lines

    def post(self, path: str, message: Any) -> requests.Response:
        """Any request of this device."""
        return self.centre.post(path, message, token=self.token)


def sian(**fields: Any) -> Mentor:
    """Siân's card."""
    return Mentor(id=SIAN, reference="LDN-M-00412", given_name="Siân", family_name="O’Connor", **fields)
