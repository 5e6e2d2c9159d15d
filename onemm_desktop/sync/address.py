"""The centre's address as people type it, and whether it may be trusted with a password."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from onemm_desktop.errors import KnownError, Problem


def normal(typed: str) -> str:
    """``1mm.example.org/`` -> ``https://1mm.example.org``; UNREACHABLE for what is no address, INSECURE for http.

    Only this very machine may be spoken to without encryption: the demo and the tests do.
    """
    text = typed.strip()
    if "://" not in text:
        scheme = "http" if _is_this_machine(_host(f"https://{text}")) else "https"
        text = f"{scheme}://{text}"
    host = _host(text)
    scheme = urlsplit(text).scheme.lower()
    if not host or any(letter.isspace() for letter in text) or scheme not in {"http", "https"}:
        raise KnownError(Problem.UNREACHABLE, address=typed.strip())
    if scheme == "http" and not _is_this_machine(host):
        raise KnownError(Problem.INSECURE, address=typed.strip(), reason="no_encryption")
    return text.rstrip("/")


def _host(address: str) -> str:
    """The host of an address, or nothing if it cannot be read as one."""
    try:
        parts = urlsplit(address)
        usable = parts.port is None or parts.port > 0
    except ValueError:
        return ""
    return (parts.hostname or "") if usable else ""


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
