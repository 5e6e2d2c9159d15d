"""Nobody reads along: TLS on every line that leaves the machine, from the service itself or from a proxy before it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import ssl
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import requests
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from onemm_central.app import create_app
from onemm_central.database import Database
from onemm_central.serving import NotPrivateError, serve
from onemm_central.settings import Settings, Tls, from_environment
from onemm_central.tls import context_of, is_this_machine, pins_in
from onemm_wire.pins import is_pin, pin_of
from tests.sync.bad_servers import authority

COMMAND = [sys.executable, "-W", "error", "-c", "from onemm_central.cli import main; main()"]


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for localhost with its key, of an authority in ``ours.pem`` beside it."""
    authority(tmp_path, "ours").context()
    (file,) = tmp_path.glob("localhost-*.pem")
    return file


def test_the_service_speaks_tls_and_takes_up_a_renewed_certificate_without_a_stop(
    centre_database: Database, certificate: Path, tmp_path: Path
) -> None:
    environment = {
        **os.environ, "ONEMM_DATABASE_URL": centre_database.url, "ONEMM_TLS_CERTIFICATE": str(certificate),
        "ONEMM_PINS": pins_in(certificate)[0],
    }  # fmt: skip
    process = subprocess.Popen([*COMMAND, "serve", "--port", "0"], env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().split()[-1].replace("127.0.0.1", "localhost")
        assert address.startswith("https://")
        port = int(address.rsplit(":", 1)[1])
        answer = requests.get(f"{address}/healthz", verify=str(tmp_path / "ours.pem"), timeout=30)
        assert answer.json()["pins"] == pins_in(certificate)
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
        with socket.create_connection(("127.0.0.1", port)) as plain:
            plain.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert not plain.recv(100).startswith(b"HTTP")
        assert version(port) == "TLSv1.3"
        assert version(port, most=ssl.TLSVersion.TLSv1_2) == "TLSv1.2"
        before = shown(port)
        renewed = tmp_path / "renewed"
        renewed.mkdir()
        authority(renewed, "ours").context()
        (new,) = renewed.glob("localhost-*.pem")
        certificate.write_bytes(new.read_bytes())
        process.send_signal(signal.SIGHUP)
        # Signals are heard between two turns of the event loop; each connection is one.
        assert any(shown(port) != before for _ in range(50))
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == 0


def version(port: int, most: ssl.TLSVersion = ssl.TLSVersion.MAXIMUM_SUPPORTED) -> str | None:
    """What is spoken with a client that can no better than this."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.maximum_version = most
    with socket.create_connection(("127.0.0.1", port)) as line, context.wrap_socket(line) as secured:
        return secured.version()


def shown(port: int) -> str:
    """The pin of the certificate that is shown."""
    return pin_of(ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate(("127.0.0.1", port))))


def test_only_what_is_safe_is_spoken(certificate: Path) -> None:
    context = context_of(certificate, None)
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2
    for cipher in context.get_ciphers():
        assert cipher["aead"], cipher["name"]
        assert cipher["name"].startswith(("TLS_", "ECDHE-")), cipher["name"]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "centre.example.org"])
def test_without_tls_it_listens_to_its_own_machine_alone(centre_database: Database, host: str) -> None:
    with pytest.raises(NotPrivateError, match="ONEMM_TLS_CERTIFICATE"):
        serve(centre_database, Settings(Path(), host=host))


def test_which_hosts_are_this_machine() -> None:
    assert all(map(is_this_machine, ("localhost", "127.0.0.1", "127.9.9.9", "::1")))
    assert not any(map(is_this_machine, ("", "0.0.0.0", "::", "10.0.0.1", "localhost.example.org")))


def ask(app: Any, path: str, client: str, headers: dict[str, str]) -> tuple[int, dict[str, Any]]:
    """One request as the server hands it on, over plain HTTP from this address; answers status and body."""
    said: list[Any] = []
    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"",
        "scheme": "http", "client": (client, 1), "server": ("centre", 80), "root_path": "", "http_version": "1.1",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        said.append(message)

    asyncio.run(app(scope, receive, send))
    return said[0]["status"], json.loads(b"".join(message.get("body", b"") for message in said))


def test_behind_a_proxy_only_what_the_proxy_took_over_tls_is_answered(centre_database: Database) -> None:
    served: Any = create_app(centre_database, only_private=True)
    app = ProxyHeadersMiddleware(served, trusted_hosts=["192.0.2.80"])
    secure = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7"}
    assert ask(app, "/healthz", "192.0.2.80", secure)[0] == 200
    for client, headers in (("192.0.2.80", {}), ("192.0.2.99", secure), ("192.0.2.99", {})):
        status, answer = ask(app, "/healthz", client, headers)
        assert (status, answer["values"]) == (403, {"reason": "no_encryption"})


def test_a_centre_that_does_not_describe_itself(centre_database: Database) -> None:
    assert ask(create_app(centre_database, describes=False), "/openapi.json", "127.0.0.1", {})[0] == 404
    assert ask(create_app(centre_database), "/openapi.json", "127.0.0.1", {})[0] == 200


def test_settings_of_tls_come_from_the_environment(certificate: Path) -> None:
    pin = pins_in(certificate)[0]
    assert is_pin(pin)
    chosen = from_environment(
        {
            "ONEMM_TLS_CERTIFICATE": "/etc/c.pem", "ONEMM_TLS_KEY": "/etc/k.pem", "ONEMM_PROXIES": "192.0.2.80, ::1",
            "ONEMM_PINS": f"{pin},{pin}", "ONEMM_OPENAPI": "no",
        }
    )  # fmt: skip
    assert chosen.tls == Tls(Path("/etc/c.pem"), Path("/etc/k.pem"), ("192.0.2.80", "::1"), (pin, pin))
    assert not chosen.openapi
    with pytest.raises(ValueError, match="ONEMM_PINS"):
        from_environment({"ONEMM_PINS": "not a pin"})
