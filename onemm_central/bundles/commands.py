"""``onemm-central bundle …``: files of laptops that have no network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from onemm_central.bundles.service import Accepted, accept
from onemm_central.central import Central, identity_of
from onemm_central.commands import fail, opened
from onemm_central.devices.service import devices
from onemm_central.refusals import Refused
from onemm_wire.bundle import MAX_FILE, SUFFIX, answer_name
from onemm_wire.errors import Code
from onemm_wire.protocol import OpResult

app = typer.Typer(help="Files of laptops that have no network.", no_args_is_help=True)

SENTENCES = {
    Code.NOT_A_BUNDLE: "This is no file of 1MM Desktop.",
    Code.BUNDLE_DAMAGED: "The file was damaged or changed on its way; ask for it once more.",
    Code.BUNDLE_CUT_SHORT: "The file is not whole: its end is missing. Ask for it once more.",
    Code.BUNDLE_TOO_NEW: "The file is from a newer version of 1MM Desktop; update this centre first.",
    Code.BUNDLE_FOREIGN: "The file is for another centre.",
    Code.BUNDLE_WRONG_WAY: "This is an answer: it goes back to the laptop it is for.",
    Code.BUNDLE_SENDER: "The laptop that wrote this file is unknown here.",
    Code.TOO_OLD: "The laptop's program is too old for this centre; update it, then save the file once more.",
    Code.TOO_LARGE: "The file holds more changes than one file may.",
    Code.BUSY: "Other writers were faster; nothing is lost. Run the command once more.",
}

LOST_LIFE = (
    "nothing was taken in: the file is from before this centre was restored from a backup. The laptop keeps its "
    "changes and sends them once it has met this centre over a network."
)


@app.callback()
def bundle() -> None:
    """Keep ``accept`` a word of its own, though it is the only command here so far."""


@app.command("accept")
def accept_file(
    file: Annotated[Path, typer.Argument(help=f"A laptop's *{SUFFIX}.")],
    answer: Annotated[Path | None, typer.Option(help="Where to write the answer. Default: beside the file.")] = None,
) -> None:
    """Take in the changes of a laptop and write the answer for it. Doing so twice changes nothing more."""
    content = _read(file)
    target = answer or file.with_name(answer_name(file.name))
    with opened() as database:
        central = Central(database, identity_of(database))
        try:
            accepted = accept(central, content)
        except Refused as refused:
            fail(SENTENCES.get(refused.code, f"The file was refused: {refused.code.value}."))
        with database.connection() as connection:
            names = {device.id: f"{device.name} ({device.email})" for device in devices(connection)}
    _write(target, accepted)
    said = LOST_LIFE if accepted.lost_life else said_of(accepted.results)
    typer.echo(f"{names.get(accepted.device_id, accepted.device_id)}: {said}")
    typer.echo(f"Carry the answer back to that laptop: {target}")


def said_of(results: Iterable[OpResult]) -> str:
    """12 applied, 1 merged, 1 conflict, 2 for the office (onemm-central inbox list)."""
    for_the_office = "for the office (onemm-central inbox list)"
    counted = Counter(for_the_office if "inbox" in result.values else result.status for result in results)
    return ", ".join(f"{count} {status}" for status, count in sorted(counted.items())) or "no changes; asks for news"


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened_file:
            return opened_file.read(MAX_FILE + 1)
    except OSError as error:
        fail(f"The file cannot be read: {error.strerror}.")


def _write(target: Path, accepted: Accepted) -> None:
    try:
        target.write_bytes(accepted.answer)
    except OSError as error:
        fail(f"The changes are in, but their answer cannot be written: {error.strerror}. Run the command once more.")
