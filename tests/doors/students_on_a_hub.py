"""Students as JupyterHub sees them: each logs in, takes the course with an nbgitpuller link, opens a lesson, answers, hands in, submits.

Everything goes over HTTP and the kernel's own channel, as the browser does it; nothing is reached behind the hub's back.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
import uuid
from urllib.parse import quote, urlencode, urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClosedError, websocket_connect

PATIENCE = 300
RECONNECTIONS = 5
RELAUNCHES = 2


class Student:
    """One student with cookies of their own."""

    def __init__(self, hub: str, name: str, password: str):
        self.hub, self.name, self._password = hub.rstrip("/"), name, password
        self._cookies: dict[tuple[str, str], str] = {}  # (path, name) -> value
        self._client = AsyncHTTPClient(max_clients=100)
        self.took: dict[str, float] = {}

    async def log_in(self) -> None:
        await self._ask("/hub/login")
        form = urlencode(
            {"username": self.name, "password": self._password, "_xsrf": self._cookie("/hub/login", "_xsrf")}
        )
        answer = await self._ask(
            "/hub/login", "POST", form, {"Content-Type": "application/x-www-form-urlencoded"}, follow=False
        )
        assert answer.code == 302, f"{self.name} could not log in ({answer.code})"

    async def start(self) -> None:
        """Ask for a server and wait until it answers; where the hub says that the start failed, press its button again."""
        begun = looked = time.monotonic()
        await self._ask(f"/hub/spawn/{self.name}", check=False)
        while time.monotonic() - begun < PATIENCE:
            answer = await self._ask(f"/user/{self.name}/api/status", check=False)
            if answer.code == 200:
                self.took["server"] = time.monotonic() - begun
                return
            if answer.code == 403:  # up, and it does not know its student yet: a page sends them round by the hub
                await self._ask(f"/user/{self.name}/lab", check=False)
            elif time.monotonic() - looked > 5:
                looked = time.monotonic()
                await self._relaunch_after_failure()
            else:
                await asyncio.sleep(0.5)
        raise AssertionError(
            f"{self.name}'s server did not come up in {PATIENCE} s: {answer.code} {answer.body[:300]!r}"
        )

    async def _relaunch_after_failure(self) -> None:
        page = await self._ask(f"/hub/spawn-pending/{self.name}", follow=False, check=False)
        if page.code < 500:
            return
        self.took["relaunches"] = self.took.get("relaunches", 0) + 1
        assert self.took["relaunches"] <= RELAUNCHES, f"{self.name}'s server failed again and again: {page.body!r}"
        await self._ask(f"/hub/spawn/{self.name}", check=False)

    async def pull(self, repository: str, branch: str = "main") -> None:
        """Follow an nbgitpuller link to its end."""
        await self._ask(
            f"/user/{self.name}/git-pull?repo={quote(repository, safe='')}&branch={branch}&targetPath=reading-room"
        )
        token = quote(self._cookie(f"/user/{self.name}/", "_xsrf"), safe="")
        answer = await self._ask(
            f"/user/{self.name}/git-pull/api?repo={quote(repository, safe='')}&branch={branch}&targetpath=reading-room&_xsrf={token}"
        )
        phases = [json.loads(line[6:]) for line in answer.body.decode().splitlines() if line.startswith("data: ")]
        assert phases and phases[-1]["phase"] == "finished", f"{self.name}: {phases[-1:]}"

    async def notebook(self, path: str) -> dict:
        """The notebook at `path`, as the contents service gives it."""
        return json.loads((await self._ask(f"/user/{self.name}/api/contents/{quote(path)}?content=1")).body)["content"]

    async def open(self, path: str) -> Session:
        """Open the page of the notebook and a kernel on it."""
        await self._ask(f"/user/{self.name}/lab/tree/{quote(path)}")
        body = json.dumps(
            {"path": path, "name": path.rpartition("/")[2], "type": "notebook", "kernel": {"name": "python3"}}
        )
        made = json.loads((await self._ask(f"/user/{self.name}/api/sessions", "POST", body, self._forgery())).body)
        address = f"{self.hub.replace('http', 'ws', 1)}/user/{self.name}/api/kernels/{made['kernel']['id']}/channels"
        session = Session(
            HTTPRequest(
                f"{address}?session_id={uuid.uuid4().hex}",  # by which the server knows who comes back
                headers=self._headers(f"/user/{self.name}/"),
                connect_timeout=PATIENCE,
                request_timeout=PATIENCE,  # by default 20 s, which ten kernels that start at once may take
            )
        )
        await session.connect()
        return session

    def _forgery(self) -> dict[str, str]:
        return {"X-XSRFToken": self._cookie(f"/user/{self.name}/", "_xsrf"), "Content-Type": "application/json"}

    def _cookie(self, path: str, name: str) -> str:
        """The value that goes to `path`: the one of the nearest folder above it."""
        return next(
            (
                value
                for (folder, known), value in sorted(self._cookies.items(), key=lambda kept: -len(kept[0][0]))
                if known == name and path.startswith(folder)
            ),
            "",
        )

    def _headers(self, path: str) -> dict[str, str]:
        names = {name for folder, name in self._cookies if path.startswith(folder)}
        return {"Cookie": "; ".join(f"{name}={self._cookie(path, name)}" for name in sorted(names))}

    async def _ask(
        self,
        path: str,
        method: str = "GET",
        body: str | None = None,
        headers: dict | None = None,
        follow: bool = True,
        check: bool = True,
    ):
        address = path if path.startswith("http") else self.hub + path
        for _ in range(12):
            request = HTTPRequest(
                address,
                method,
                {**self._headers(urlsplit(address).path), **(headers or {})},
                body,
                follow_redirects=False,
                request_timeout=PATIENCE,
                connect_timeout=PATIENCE,
            )
            answer = await self._client.fetch(request, raise_error=False)
            for line in answer.headers.get_list("Set-Cookie"):
                self._take(line)
            if not follow or answer.code not in (301, 302, 303, 307):
                break
            target = answer.headers["Location"]
            address = target if target.startswith("http") else self.hub + target
            method, body = "GET", None
        assert not check or answer.code < 400, (
            f"{self.name}: {method} {path} answered {answer.code}: {answer.body[:300]!r}"
        )
        return answer

    def _take(self, line: str) -> None:
        name, _, value = line.split(";")[0].partition("=")
        path = re.search(r"path=([^;]+)", line, re.I)
        self._cookies[path[1] if path else "/", name] = value


class Session:
    """A kernel's channel, opened again when it is closed, as a notebook's page does it."""

    def __init__(self, request: HTTPRequest):
        self._request = request

    async def connect(self) -> None:
        self._socket = await websocket_connect(self._request)

    async def run(self, code: str) -> list[dict]:
        """Execute `code`; return what came out, and raise what it raised."""
        sent = self._message(
            "shell",
            "execute_request",
            {
                "code": code,
                "silent": False,
                "store_history": False,
                "user_expressions": {},
                "allow_stdin": False,
                "stop_on_error": True,
            },
        )
        await self._send(sent)
        came = []
        while True:
            message = await self._next()
            if message["parent_header"].get("msg_id") != sent["header"]["msg_id"]:
                continue
            came.append(message)
            if message["msg_type"] == "error":
                raise AssertionError("\n".join(message["content"]["traceback"]))
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return came

    async def tell(self, comm: str, state: dict, until: str) -> dict:
        """Set a part's values, as its front end does, and return the update in which `until` comes back."""
        data = {"method": "update", "state": state, "buffer_paths": []}
        await self._send(self._message("shell", "comm_msg", {"comm_id": comm, "data": data}))
        return await self._answer(comm, until)

    async def ask(self, comm: str, content: dict, until: str) -> dict:
        """Send a part a message of its own and return the update in which `until` comes back."""
        data = {"method": "custom", "content": content}
        await self._send(self._message("shell", "comm_msg", {"comm_id": comm, "data": data}))
        return await self._answer(comm, until)

    async def _answer(self, comm: str, until: str) -> dict:
        while True:
            message = await self._next()
            content = message["content"]
            if (
                message["msg_type"] == "comm_msg"
                and content["comm_id"] == comm
                and until in content["data"].get("state", {})
            ):
                return content["data"]["state"]

    async def _send(self, message: dict) -> None:
        try:
            await self._socket.write_message(json.dumps(message))
        except WebSocketClosedError:
            await self.connect()
            await self._socket.write_message(json.dumps(message))

    async def _next(self) -> dict:
        for _ in range(RECONNECTIONS):
            text = await asyncio.wait_for(self._socket.read_message(), PATIENCE)
            if text is not None:
                return json.loads(text)
            print(f"the kernel's channel was closed: {self._socket.close_code} {self._socket.close_reason}")
            await self.connect()
        raise AssertionError(f"the kernel's channel was closed {RECONNECTIONS} times")

    @staticmethod
    def _message(channel: str, kind: str, content: dict) -> dict:
        return {
            "channel": channel,
            "header": {
                "msg_id": uuid.uuid4().hex,
                "msg_type": kind,
                "username": "",
                "session": uuid.uuid4().hex,
                "version": "5.3",
                "date": "",
            },
            "parent_header": {},
            "metadata": {},
            "content": content,
            "buffers": [],
        }

    def close(self) -> None:
        self._socket.close()


def part(messages: list[dict]) -> tuple[str, dict]:
    """Return the comm id and the state of the part of ours that `messages` opened."""
    opened = [
        (message["content"]["comm_id"], message["content"]["data"]["state"])
        for message in messages
        if message["msg_type"] == "comm_open"
    ]
    return next((comm, state) for comm, state in opened if "content" in state)
