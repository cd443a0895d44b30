"""A file server for a site on this machine, which packs what it sends as web hosts do. Standard library only."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

# Wheels and pictures are packed already.
_PACKED = (".html", ".js", ".mjs", ".css", ".json", ".csv", ".svg", ".wasm", ".ipynb", ".toml", ".ts", ".map")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends the files of a folder, packed with gzip where the browser takes it."""

    protocol_version = "HTTP/1.1"
    timeout = 60  # a client that says nothing holds a thread no longer
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".json": "application/json",
    }

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        # What comes after the head of a request is not read, and must not be taken for the next request.
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            self.close_connection = True
        try:
            return self._packed_head() or super().send_head()
        except (ConnectionError, TimeoutError):
            raise
        except OSError:
            self.send_error(http.HTTPStatus.NOT_FOUND, "File not found")
        except ValueError:  # no file can have such a name: it holds a zero byte, or half a character
            self.send_error(http.HTTPStatus.BAD_REQUEST, "Bad name of a file")
        return None

    def _packed_head(self) -> io.BytesIO | None:
        """Answer with the packed file; None, and no answer, where it is not sent packed."""
        name = self.translate_path(self.path)
        path = Path(name)
        takes = "gzip" in self.headers.get("Accept-Encoding", "") and "If-Modified-Since" not in self.headers
        if not takes or path.suffix not in _PACKED or name.endswith("/") or not path.is_file():
            return None
        changed = path.stat()
        with _PACKING:
            packed = _packed(str(path), changed.st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.send_header("Last-Modified", self.date_time_string(int(changed.st_mtime)))
        self.end_headers()
        return io.BytesIO(packed)

    def log_message(self, *_: object) -> None:
        pass


# Of many readers who ask for one file at once, the first has it packed for all.
_PACKING = threading.Lock()


@functools.cache
def _packed(path: str, changed: int) -> bytes:
    return gzip.compress(Path(path).read_bytes(), 6, mtime=0)


class Server(http.server.ThreadingHTTPServer):
    """Answers a class at once; a reader who goes away in mid-answer is no event."""

    request_queue_size = 1024

    def handle_error(self, request: Any, client_address: Any) -> None:
        error = sys.exception()
        if not isinstance(error, OSError):
            sys.stderr.write(f"Reading Room: a request could not be answered ({error!r})\n")


def server(folder: Path, port: int = 0) -> http.server.ThreadingHTTPServer:
    """Return a server of `folder` on this machine alone; with port 0 the system chooses one."""
    return Server(("127.0.0.1", port), functools.partial(Handler, directory=os.fspath(folder)))


def serve(folder: Path, port: int, say: Callable[[str], None]) -> None:
    """Serve `folder` until the reader interrupts."""
    with server(folder, port) as running:
        say(f"The pages are at http://127.0.0.1:{running.server_port}/ (stop it with Ctrl+C)")
        running.serve_forever()
