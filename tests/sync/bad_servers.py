"""Servers below HTTP: they talk as a test tells them to, badly, or only behind a certificate that does not fit."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

TODAY = datetime.now(UTC)
YEAR = timedelta(days=365)


@dataclass
class Talker:
    """A server that hands every connection to ``talk``. ``connections`` counts them; ``over`` ends whoever waits."""

    port: int
    connections: int = 0
    over: threading.Event = field(default_factory=threading.Event)


@contextmanager
def talker(talk: Callable[[socket.socket, Talker], None]) -> Iterator[Talker]:
    """Serve on loopback until the block ends; ``talk`` is called on a thread of its own for each connection."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        here = Talker(listening.getsockname()[1])
        lines = ExitStack()
        threads: list[threading.Thread] = []

        def one(line: socket.socket) -> None:
            # The laptop hangs up whenever it has had enough.
            with suppress(OSError), line:
                talk(line, here)

        def serve() -> None:
            with suppress(OSError):
                while True:
                    line, _ = listening.accept()
                    if here.over.is_set():
                        line.close()
                        return
                    here.connections += 1
                    lines.callback(_hang_up, line)
                    threads.append(threading.Thread(target=one, args=(line,)))
                    threads[-1].start()

        serving = threading.Thread(target=serve)
        serving.start()
        try:
            yield here
        finally:
            here.over.set()
            # One last call wakes whoever accepts.
            socket.create_connection(("127.0.0.1", here.port)).close()
            serving.join()
            lines.close()
            for thread in threads:
                thread.join()


def _hang_up(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


@contextmanager
def full_house() -> Iterator[int]:
    """A port whose queue is full: who connects there is neither taken nor refused. Answers the port."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listening, ExitStack() as queue:
        port = listening.getsockname()[1]
        for _ in range(4):
            waiting = queue.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(("127.0.0.1", port))
        yield port


# --- certificates -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Authority:
    """Who signs certificates; ``file`` is what a laptop would have to trust."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    file: Path

    def context(self, *, name: str = "localhost", until: datetime = TODAY + YEAR) -> ssl.SSLContext:
        """The server side of TLS with a certificate for ``name``, good until then."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = (
            _certificate(_named(name), self.certificate.subject, key, until)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
            .sign(self.key, hashes.SHA256())
        )
        file = self.file.with_name(f"{name}-{until:%Y}.pem")
        file.write_bytes(
            certificate.public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context


def authority(folder: Path, name: str) -> Authority:
    """A new authority, whose certificate lies in ``folder``."""
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = (
        _certificate(_named(name), _named(name), key, TODAY + YEAR)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True, key_cert_sign=True, crl_sign=True, content_commitment=False,
                key_encipherment=False, data_encipherment=False, key_agreement=False,
                encipher_only=False, decipher_only=False,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file = folder / f"{name}.pem"
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return Authority(key, certificate, file)


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, until: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(until - 2 * YEAR)
        .not_valid_after(until)
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
