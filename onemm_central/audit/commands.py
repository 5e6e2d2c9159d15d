"""``onemm-central audit …``: whether the history can be believed, and what it says of one person."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from onemm_central.audit import chain
from onemm_central.audit.person import Changed, Holder, Look, changes, holders, looks
from onemm_central.audit.search import search
from onemm_central.commands import fail, opened
from onemm_central.rights.about import about

app = typer.Typer(help="Who was let in, and who saw and changed what.", no_args_is_help=True)
app.command()(search)

FOUND = {
    "changed": "{partition}: what seal {at} stands for is not what was written.",
    "seal_missing": "{partition}: seal {at} is missing.",
    "unsealed": "{partition}: line {at} was put in past the seals.",
    "emptied": "{partition}: line {at} was emptied without an erasure.",
    "head": "{partition}: the last seal is not the one that was written last.",
    "anchor": "{partition}: seal {at} is not the one that the anchor tells of.",
}
ANCHORS = typer.Option("--anchors", help="A file of anchors, kept where the database's administrator cannot write.")


@app.command()
def verify(anchors: Annotated[Path | None, ANCHORS] = None) -> None:
    """Hold the history and the book of the door against their seals and anchors. Ends with status 1 if one is false."""
    known = [] if anchors is None else _read(anchors)
    with opened() as database, database.connection() as connection:
        false = chain.forged(connection, known)
        found = chain.verify(connection, [each for each in known if each not in false])
    for each in false:
        typer.echo(f"The anchor of {each.at:%Y-%m-%d %H:%M} was not signed by this centre.")
    for finding in found:
        place = "the book of the door" if finding.partition == chain.DOOR else finding.partition
        typer.echo(FOUND[finding.what].format(partition=place, at=finding.at))
    if found or false:
        raise typer.Exit(1)
    anchored = f", back to {len(known)} anchors" if known else ""
    typer.echo(f"The history and the book of the door are as they were written{anchored}.")


@app.command()
def anchor(
    file: Annotated[Path | None, typer.Argument(help="Appended to. Without it, the line is printed.")] = None,
) -> None:
    """Sign how far the history and the book of the door go. Keep the line where no writer of the database reaches."""
    with opened() as database, database.connection() as connection:
        line = msgspec.json.encode(chain.anchor(connection, datetime.now(UTC))).decode()
    if file is None:
        typer.echo(line)
        return
    try:
        with file.open("a", encoding="utf-8") as kept:
            kept.write(f"{line}\n")
    except OSError as error:
        fail(f"The anchor cannot be written to {file}: {error.strerror}.")


@app.command()
def person(
    person_id: Annotated[str, typer.Argument(help="The id of a mentor, a young person or a walk-in.")],
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="From this day on, in UTC.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per line.")] = False,
) -> None:
    """Who changed what about a person, who was shown their checks, whose laptops held it. It prints personal data."""
    day = None if since is None else since.replace(tzinfo=UTC)
    with opened() as database, database.connection() as connection:
        known = about(connection, person_id)
        if known is None:
            fail(f"There is no person {person_id}.")
        lines: list[Changed | Look | Holder] = [
            *changes(connection, known, day),
            *looks(connection, known, day),
            *holders(connection, {held.partition for held in known.held}),
        ]
    for line in lines:
        typer.echo(msgspec.json.encode(line).decode() if as_json else _line(line))


def _line(line: Changed | Look | Holder) -> str:
    if isinstance(line, Holder):
        until = f"shut out {line.revoked_at:%Y-%m-%d}" if line.revoked_at else f"last seen {line.last_seen_at:%Y-%m-%d}"
        return f"held since {line.enrolled_at:%Y-%m-%d}\t{line.person} on {line.laptop}, {until}\t" + " ".join(
            line.partitions
        )
    if isinstance(line, Look):
        where = f" on {line.laptop}" if line.laptop else ""
        return f"{line.at:%Y-%m-%d %H:%M:%S}\tsaw {line.kind} {line.record_id} ({line.how})\t{line.by}{where}"
    where = f" on {line.laptop}" if line.laptop else ""
    fields = "; ".join(f"{name}: {_json(before)} -> {_json(after)}" for name, (before, after) in line.fields.items())
    return f"{line.at:%Y-%m-%d %H:%M:%S}\t{line.verb} {line.kind} {line.record_id}\t{line.by}{where}\t{fields}".rstrip()


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _read(file: Path) -> list[chain.Anchor]:
    try:
        return [msgspec.json.decode(line, type=chain.Anchor) for line in file.read_bytes().splitlines() if line.strip()]
    except OSError as error:
        fail(f"The anchors cannot be read: {error.strerror}.")
    except msgspec.DecodeError:
        fail(f"{file} is not a file of anchors.")
