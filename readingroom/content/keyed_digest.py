"""HMAC-SHA256 of many short messages under one key.

`hmac.digest` sets the key up anew for each message, which takes three times as long; a class of a thousand needs some
two hundred thousand digests. The bytes are the same.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

_BLOCK = 64  # bytes of one round of SHA-256
_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))


class KeyedDigest:
    """Digests of messages that begin with the same words, under one key."""

    def __init__(self, key: bytes, beginning: bytes = b""):
        padded = _padded(key)
        self._outer = hashlib.sha256(padded.translate(_OUTER))
        self._inner = hashlib.sha256(padded.translate(_INNER) + beginning)

    def of(self, message: bytes) -> bytes:
        """Return the digest of the beginning and `message`."""
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(message)
        outer.update(inner.digest())
        return outer.digest()


@lru_cache(maxsize=4)
def _padded(key: bytes) -> bytes:
    return (hashlib.sha256(key).digest() if len(key) > _BLOCK else key).ljust(_BLOCK, b"\0")
