"""SSH keys and signatures as `ssh-keygen -Y sign -n git` makes them, without one process for each signature."""

import base64
import functools
import hashlib
import struct

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

BEGIN, END = b"-----BEGIN SSH SIGNATURE-----\n", b"-----END SSH SIGNATURE-----\n"
# People with a key. Nobody else uses these keys: they are computed from the names.
PEOPLE = ["board", "head", "deputy", "mallory"]


def field(bytes):
    return struct.pack(">I", len(bytes)) + bytes


@functools.cache
def private(name):
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(f"test key of {name}".encode()).digest())


@functools.cache
def public(name):
    """The public key as OpenSSH encodes it, before base64."""
    raw = private(name).public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return field(b"ssh-ed25519") + field(raw)


@functools.cache
def line(name):
    """The line of a `.pub` file."""
    return f"ssh-ed25519 {base64.b64encode(public(name)).decode()} {name}"


def private_file(name):
    """The private key as a file for `ssh-keygen`."""
    form = serialization.Encoding.PEM, serialization.PrivateFormat.OpenSSH, serialization.NoEncryption()
    return private(name).private_bytes(*form).decode()


def fingerprint(blob):
    return "SHA256:" + base64.b64encode(hashlib.sha256(blob).digest()).decode().rstrip("=")


def covered(payload):
    """What the key signs: the digest of the payload with the namespace of git."""
    return b"SSHSIG" + field(b"git") + field(b"") + field(b"sha512") + field(hashlib.sha512(payload).digest())


def sign(name, payload):
    """The armored signature of a payload."""
    signature = field(b"ssh-ed25519") + field(private(name).sign(covered(payload)))
    blob = b"SSHSIG" + struct.pack(">I", 1) + field(public(name)) + field(b"git") + field(b"") + field(b"sha512") + field(signature)
    text = base64.b64encode(blob)
    return BEGIN + b"".join(text[i:i + 70] + b"\n" for i in range(0, len(text), 70)) + END


def signer(armored, payload):
    """The fingerprint of the key that made a signature. None if the signature does not match the payload."""
    blob = base64.b64decode(armored.removeprefix(BEGIN).removesuffix(END))
    assert blob[:6] == b"SSHSIG", "not an SSH signature"
    parts, start = [], 10
    while start < len(blob):
        length, = struct.unpack(">I", blob[start:start + 4])
        parts.append(blob[start + 4:start + 4 + length])
        start += 4 + length
    key, signature = parts[0], parts[4]
    try:
        Ed25519PublicKey.from_public_bytes(key[-32:]).verify(signature[-64:], covered(payload))
    except InvalidSignature:
        return None
    return fingerprint(key)
