"""A file server for a site on this machine, which packs what it sends as web hosts do. Standard library only."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

# Wheels and pictures are packed already.
_PACKED = (".html", ".js", ".mjs", ".css", ".json", ".csv", ".svg", ".wasm", ".ipynb", ".toml", ".ts", ".map")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends the files of a folder, packed with gzip where the browser takes it."""

    protocol_version = "HTTP/1.1"
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".json": "application/json",
    }

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        takes = "gzip" in self.headers.get("Accept-Encoding", "")
        if path.suffix not in _PACKED or not path.is_file() or not takes or "If-Modified-Since" in self.headers:
            return super().send_head()
        packed = _packed(str(path), path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.send_header("Last-Modified", self.date_time_string(int(path.stat().st_mtime)))
        self.end_headers()
        return io.BytesIO(packed)

    def log_message(self, *_: object) -> None:
        pass


@functools.cache
def _packed(path: str, changed: int) -> bytes:
    return gzip.compress(Path(path).read_bytes(), 6, mtime=0)


def server(folder: Path, port: int = 0) -> http.server.ThreadingHTTPServer:
    """Return a server of `folder` on this machine alone; with port 0 the system chooses one."""
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Handler, directory=os.fspath(folder)))


def serve(folder: Path, port: int, say: Callable[[str], None]) -> None:
    """Serve `folder` until the reader interrupts."""
    with server(folder, port) as running:
        say(f"The pages are at http://127.0.0.1:{running.server_port}/ (stop it with Ctrl+C)")
        running.serve_forever()
