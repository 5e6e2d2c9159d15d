"""How the copies stand, in words: for the pill and for Settings. Pure functions of a ``SyncStatus``."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.when import moment

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def headline(status: SyncStatus) -> str:
    """Online · all sent / Offline · 14 to send / Sending 3 of 14 / Needs attention 2."""
    match status.state:
        case "never":
            return translate("sync", "Nothing fetched yet")
        case "sending":
            whole = status.sent + status.unsent
            return translate("sync", "Sending {done} of {total}").format(done=f"{status.sent:,}", total=f"{whole:,}")
        case "receiving":
            return _receiving(status)
        case "attention":
            return translate("sync", "Needs attention {count}").format(count=f"{status.attention:,}")
        case "online":
            if status.unsent:
                return translate("sync", "Online · {count} to send").format(count=f"{status.unsent:,}")
            return translate("sync", "Online · all sent")
        case "busy":
            return _busy(status)
        case "offline":
            if status.unsent:
                return translate("sync", "Offline · {count} to send").format(count=f"{status.unsent:,}")
            return translate("sync", "Offline · all sent")


def under(status: SyncStatus, now: datetime) -> list[str]:
    """The smaller lines beneath: when last verified, and whatever number the headline does not hold."""
    lines = [verified(status, now)]
    if status.days_left is not None:
        lines.insert(0, translate("sync", "Connect within %n day(s)", "", max(status.days_left, 0)))
    if status.next_try is not None:
        lines.insert(0, _next_try(status.next_try, now))
    if status.attention and status.state != "attention":
        lines.append(translate("sync", "{count} need attention").format(count=f"{status.attention:,}"))
    if status.unsent and status.state in ("attention", "receiving", "never"):
        lines.append(translate("sync", "{count} to send").format(count=f"{status.unsent:,}"))
    return lines


def _next_try(at: datetime, now: datetime) -> str:
    """Tries again in a moment / Tries again today 17:42."""
    if at - now < timedelta(minutes=1):
        return translate("sync", "Tries again in a moment")
    return translate("sync", "Tries again {when}").format(when=moment(at, now))


def verified(status: SyncStatus, now: datetime) -> str:
    """Verified today 17:42."""
    if status.last_verified is None:
        return translate("sync", "Not verified yet")
    return translate("sync", "Verified {when}").format(when=moment(status.last_verified, now))


def clock_words(status: SyncStatus, now: datetime) -> str:
    """Agrees with the centre / Wrong: at the centre it is yesterday 09:05."""
    if not status.clock_is_wrong:
        return translate("sync", "Agrees with the centre")
    there = now + timedelta(seconds=status.clock_offset)
    return translate("sync", "Wrong: at the centre it is {when}").format(when=moment(there, now))


def tone(status: SyncStatus) -> Tone:
    """The colour that goes with the words."""
    match status.state:
        case "online":
            return "warn" if status.unsent else "ok"
        case "offline" | "busy":
            return "warn"
        case "sending" | "receiving":
            return "primary"
        case "attention":
            return "bad"
        case "never":
            return "neutral"


def _busy(status: SyncStatus) -> str:
    if not status.unsent:
        return translate("sync", "Centre busy")
    return translate("sync", "Busy · {count} to send").format(count=f"{status.unsent:,}")


def _receiving(status: SyncStatus) -> str:
    if not status.total:
        return translate("sync", "Fetching changes")
    return translate("sync", "Fetching {done} of {total}").format(
        done=f"{status.received:,}", total=f"{status.total:,}"
    )
