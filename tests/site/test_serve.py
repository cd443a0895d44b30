"""The file server answers whatever it is asked, says nothing on the terminal, and keeps nobody waiting."""

from __future__ import annotations

import gzip
import random
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from readingroom.site.serve import server

SECRET = b"not for readers"
PAGE = b"<title>Page</title>" * 50


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    pages = folder / "pages"
    (pages / "inner").mkdir(parents=True)
    (pages / "index.html").write_bytes(PAGE)
    (pages / "inner/page.html").write_bytes(PAGE)
    (pages / "picture.png").write_bytes(bytes(200_000))
    (folder / "secret.txt").write_bytes(SECRET)
    with server(pages) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield running.server_port
        running.shutdown()


def said(port: int, request: bytes, stay: bool = True) -> bytes:
    """Return all that the server sends for `request`, whose sender then says no more."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        try:
            connection.sendall(request)
            if not stay:
                return b""
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b""))
        except ConnectionError:  # it may hang up on what is no request
            return b""


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/") else 0


def get(path: bytes, *fields: bytes) -> bytes:
    return b"\r\n".join([b"GET " + path + b" HTTP/1.1", b"Host: x", *fields, b"", b""])


@pytest.mark.parametrize(
    "request_line, expected",
    [
        (get(b"/"), 200),
        (get(b"/index.html?a=b#c"), 200),
        (get(b"/inner"), 301),
        (get(b"/inner%2fpage.html"), 200),
        (get(b"/index.html/"), 404),
        (get(b"/index.html/", b"Accept-Encoding: gzip"), 404),
        (get(b"/nothing"), 404),
        (get(b"/%00"), 400),
        (get(b"/a%00.html", b"Accept-Encoding: gzip"), 400),
        (get(b"/%ed%a0%80.html", b"Accept-Encoding: gzip"), 400),
        (get(b"/%ff%fe"), 404),
        (get(b"/" + b"a" * 300 + b".html", b"Accept-Encoding: gzip"), 404),
        (get(b"/" + b"a" * 60_000), 404),
        (get(b"/" + b"a" * 70_000), 414),
        (get(b"/" + b"a/" * 20_000), 404),
        (get(b"//[/", b"Accept-Encoding: gzip"), 404),
        (get(b"/../secret.txt"), 404),
        (get(b"/..%2f..%2fsecret.txt"), 404),
        (get(b"/%2e%2e/%2e%2e/secret.txt"), 404),
        (get(b"/..%5csecret.txt"), 404),
        (b"HEAD / HTTP/1.1\r\n\r\n", 200),
        (b"HEAD /%00 HTTP/1.1\r\n\r\n", 400),
        (b"DELETE /index.html HTTP/1.1\r\n\r\n", 501),
        (b"POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc", 501),
        (b"GET\r\n\r\n", 400),
        (b"GET / HTTP/9.9\r\n\r\n", 505),
        (b"GET / HTTP/1.1 and more\r\n\r\n", 400),
        (get(b"/", *[b"a: b"] * 200), 431),
        (get(b"/", b"a: " + b"b" * 70_000), 431),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
    ],
)
def test_a_request_has_a_fair_answer(port, capfd, request_line, expected):
    answer = said(port, request_line)

    # Of what is no request of this protocol the answer has no head.
    assert status(answer) == expected or (b"Error code: %d" % expected) in answer
    assert SECRET not in answer
    assert capfd.readouterr() == ("", "")


def test_what_follows_a_request_is_not_taken_for_the_next(port):
    hidden = get(b"/index.html")
    answer = said(port, get(b"/nothing", b"Content-Length: %d" % len(hidden)) + hidden)

    assert answer.count(b"HTTP/1.1 ") == 1


def test_a_head_says_what_a_get_would_send(port):
    head, packed = (
        said(port, get(b"/index.html", b"Accept-Encoding: gzip").replace(b"GET", method))
        for method in (b"HEAD", b"GET")
    )

    body = packed.partition(b"\r\n\r\n")[2]
    assert gzip.decompress(body) == PAGE
    assert b"Content-Length: %d" % len(body) in head
    assert head.endswith(b"\r\n\r\n")


def test_generated_requests_and_closed_connections_leave_the_server_silent(port, capfd):
    draw = random.Random(5)
    methods = [b"GET", b"HEAD", b"PUT", b"get", b"", b"\xff", b"G" * 100]
    pieces = [
        b"/",
        b"..",
        b"%2f",
        b"%00",
        b"%",
        b"index.html",
        b"\\",
        b"\xe9",
        b"?",
        b"#",
        b"//",
        b":",
        b"inner",
        b"%c0%ae",
    ]
    versions = [b"HTTP/1.1", b"HTTP/1.0", b"", b"HTTP/x", b"HTTP/1.1.1", b"HTTP/2.0"]
    for number in range(150):
        path = b"".join(draw.choices(pieces, k=draw.randrange(1, 8)))
        line = b" ".join([draw.choice(methods), path, draw.choice(versions)])
        field = draw.choice(
            [b"", b"Accept-Encoding: gzip\r\n", b"Range: bytes=a-b\r\n", b"If-Modified-Since: never\r\n", b":\r\n"]
        )
        answer = said(port, line + b"\r\n" + field + b"\r\n", stay=bool(number % 5))
        assert SECRET not in answer
        assert status(answer) in {0, 200, 301, 304, 400, 404, 501, 505}

    # A reader who closes the page while a large file is on its way.
    for _ in range(10):
        said(port, get(b"/picture.png"), stay=False)
    time.sleep(0.1)

    assert status(said(port, get(b"/"))) == 200
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
def test_a_silent_client_keeps_no_other_waiting_and_two_hundred_are_answered(port):
    silent = [socket.create_connection(("127.0.0.1", port)) for _ in range(20)]
    with ThreadPoolExecutor(200) as clients:
        answers = list(
            clients.map(lambda _: status(said(port, get(b"/index.html", b"Accept-Encoding: gzip"))), range(200))
        )
    for connection in silent:
        connection.close()

    assert answers == [200] * 200
