"""Digests under one key are those of HMAC-SHA256, which every variant that was ever assigned was drawn with."""

import hashlib
import hmac

import pytest

from readingroom.content.keyed_digest import KeyedDigest


@pytest.mark.parametrize("length", [0, 1, 63, 64, 65, 200])
@pytest.mark.parametrize("message", [b"", b"order option 3", b"x" * 300])
def test_a_digest_is_that_of_hmac(length, message):
    key = bytes(number % 256 for number in range(length))

    assert KeyedDigest(key, b"begin\x1f").of(message) == hmac.digest(key, b"begin\x1f" + message, hashlib.sha256)


def test_a_digest_changes_no_later_one():
    keyed = KeyedDigest(b"key")

    first = keyed.of(b"a")
    keyed.of(b"b")

    assert keyed.of(b"a") == first
