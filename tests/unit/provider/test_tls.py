"""Certificates: what is trusted, and what a refused one proves."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from pos_app.domain.answer import Proof
from pos_app.provider.calls import Wait
from tests.unit.provider.raw_server import Deed, RawServer, cuts, is_silent, says
from tests.unit.provider.talk import ORDER, Talk, request_to


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A file with a certificate for `localhost` that vouches for itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file = tmp_path / "localhost.pem"
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


def server_with(certificate: Path, *deeds: Deed) -> RawServer:
    """A server that speaks TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return RawServer(*deeds, tls=context)


async def test_order_over_tls(talk: Talk, certificate: Path) -> None:
    """A trusted certificate carries an order."""
    server = server_with(certificate, says(201, ORDER))
    trusting = ssl.create_default_context(cafile=certificate)
    client = await talk.over(server, ssl_context=trusting)
    assert (await client.order(request_to(client))).proof is Proof.COMPLETED


@pytest.mark.parametrize("deed", [is_silent, cuts()])
async def test_silence_inside_tls_is_unclear(talk: Talk, certificate: Path, deed: Deed) -> None:
    """After the greeting the request may have left."""
    trusting = ssl.create_default_context(cafile=certificate)
    server, wait = server_with(certificate, deed), Wait(read_s=0.1)
    client = await talk.over(server, wait=wait, ssl_context=trusting)
    assert (await client.order(request_to(client))).proof is Proof.UNCLEAR


async def test_foreign_certificate_proves_unsent(talk: Talk, certificate: Path) -> None:
    """A certificate nobody vouches for ends the greeting; no byte of the order left."""
    client = await talk.over(server_with(certificate, says(201, ORDER)))
    answer = await client.order(request_to(client))
    assert (answer.proof, answer.code) == (Proof.NOT_SENT, "tls_failed")
    assert talk.server.heard == []


async def test_server_without_tls_proves_unsent(talk: Talk) -> None:
    """Plain words where TLS is expected end the greeting."""
    plain = await talk(says(201, ORDER), wait=Wait(connect_s=0.5))
    url = plain.account.base_url.replace("http:", "https:")
    client = talk.to(url, wait=Wait(connect_s=0.5))
    answer = await client.order(request_to(client))
    await client.close()
    assert (answer.proof, answer.code) == (Proof.NOT_SENT, "tls_failed")
