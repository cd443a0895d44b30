"""Digests under one key are those of HMAC-SHA256, which every variant that was ever assigned was drawn with."""

import hashlib
import hmac

import pytest

from readingroom.content.keyed_digest import keyed_digest


@pytest.mark.parametrize("length", [0, 1, 63, 64, 65, 200])
@pytest.mark.parametrize("message", [b"", b"order option 3", b"x" * 300])
def test_a_digest_is_that_of_hmac(length, message):
    key = bytes(number % 256 for number in range(length))

    assert keyed_digest(key, b"begin\x1f").of(message) == hmac.digest(key, b"begin\x1f" + message, hashlib.sha256)


def test_a_digest_changes_no_later_one():
    keyed = keyed_digest(b"key")

    first = keyed.of(b"a")
    keyed.of(b"b")

    assert keyed.of(b"a") == first


def test_digests_that_were_begun_go_on_from_there():
    assert keyed_digest(b"key", b"a").begun(b"b").of(b"c") == keyed_digest(b"key").of(b"abc")
