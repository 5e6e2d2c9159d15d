"""Keeping the centre able to open this laptop by telephone, whatever its keys have become (``onemm_wire.recovery``)."""

from __future__ import annotations

from collections.abc import Callable

from onemm_desktop.vault import Vault
from onemm_wire import recovery
from onemm_wire.bundle import BundleError, key_of


def prepare(
    vault: Vault, device_key: bytes, *, device: str, centre: str, chance: Callable[[int], bytes], afresh: bool = False
) -> None:
    """Wrap the data key for the centre's answer, if that was not done with these keys yet; ``afresh`` in any case.

    ``centre`` is the centre's public seal key as it travels. Without a good one there is nothing to prepare.
    """
    try:
        seal_key = key_of(centre)
    except BundleError:
        return
    if afresh or not recovery.fits(vault.question, device_key, seal_key, device):
        wrapping = recovery.wrapping(device_key, seal_key, device, chance)
        vault.prepare_recovery(wrapping.question, wrapping.key)
