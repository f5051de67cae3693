"""Servers on this machine that speak the protocols of the services, and can be told to misbehave."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs

KEY = "k-51d3-secret"


@dataclass(frozen=True)
class Request:
    """What came: the body is JSON or the fields of a form."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: Any
    size: int


@dataclass(frozen=True)
class Reply:
    """What is answered: `cut` bytes fewer than announced, or nothing at all while the server runs with `silent`."""

    status: int
    body: object
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int = 0
    silent: bool = False


Protocol = Callable[[Request], Reply]


@dataclass
class Server:
    """A running server, the requests that came, and replies that are given before the protocol's own."""

    url: str
    seen: list[Request]
    first: list[Reply]


@contextmanager
def serving(protocol: Protocol) -> Iterator[Server]:
    """A server for a protocol on a free port."""
    seen: list[Request] = []
    first: list[Reply] = []
    ended = Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            request = Request(self.command, self.path, dict(self.headers), _body(self.headers, raw), len(raw))
            seen.append(request)
            reply = first.pop(0) if first else protocol(request)
            if reply.silent:
                ended.wait()
                self.close_connection = True
                return
            content = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
            self.send_response(reply.status)
            for name, value in {"Content-Type": "application/json", **reply.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content[: len(content) - reply.cut])
            self.close_connection = reply.cut > 0

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_port}", seen, first)
    finally:
        ended.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _body(headers: Any, raw: bytes) -> Any:
    if headers.get_content_type() == "application/x-www-form-urlencoded":
        return {name: values[0] for name, values in parse_qs(raw.decode(), strict_parsing=True).items()}
    return json.loads(raw) if raw else None


def rendered(text: str, lang: str) -> str:
    """What the servers here call a translation."""
    return f"[{lang}] {text}"


def deepl(request: Request) -> Reply:
    """POST /v2/translate as DeepL documents it."""
    if request.headers.get("Authorization") != f"DeepL-Auth-Key {KEY}":
        return Reply(403, {"message": f"Forbidden: {request.headers.get('Authorization')}"})
    if (request.method, request.path) != ("POST", "/v2/translate"):
        return Reply(404, {"message": "Not found"})
    texts, target = request.body["text"], request.body["target_lang"]
    if len(texts) > 50 or target in ("EN", "PT"):
        return Reply(400, {"message": "Bad request"})
    if request.size > 128 * 1024:
        return Reply(413, {"message": "Request entity too large"})
    source = request.body["source_lang"]
    made = [{"detected_source_language": source, "text": rendered(text, target)} for text in texts]
    return Reply(200, {"translations": made})


def libretranslate(request: Request) -> Reply:
    """GET /languages and POST /translate as LibreTranslate documents them."""
    if (request.method, request.path) == ("GET", "/languages"):
        codes = ["de", "en", "zh-Hans"]
        return Reply(200, [{"code": code, "name": code, "targets": codes} for code in codes])
    if (request.method, request.path) != ("POST", "/translate"):
        return Reply(404, {"error": "Not found"})
    if request.body.get("api_key") != KEY:
        return Reply(403, {"error": "Invalid API key"})
    q, target = request.body["q"], request.body["target"]
    if request.body["source"] not in ("de", "en", "zh-Hans") or request.body["format"] != "text":
        return Reply(400, {"error": f"{request.body['source']} is not supported"})
    made = [rendered(text, target) for text in q] if isinstance(q, list) else rendered(q, target)
    return Reply(200, {"translatedText": made})


def chat(answer: Callable[[str, str], str], *, refused: str = "") -> Protocol:
    """POST /v1/chat/completions of a model that gives `answer(instructions, question)`; a field may be `refused`."""

    def protocol(request: Request) -> Reply:
        if request.headers.get("Authorization") != f"Bearer {KEY}":
            given = request.headers.get("Authorization")
            return Reply(401, {"error": {"message": f"Incorrect API key provided: {given}", "type": "invalid_api_key"}})
        if (request.method, request.path) != ("POST", "/v1/chat/completions"):
            return Reply(404, {"error": {"message": "Not found"}})
        if refused in request.body:
            return Reply(400, {"error": {"message": f"Unsupported value: {refused!r}", "param": refused}})
        roles = {message["role"]: message["content"] for message in request.body["messages"]}
        text = answer(roles["system"], roles["user"])
        choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
        usage = {"prompt_tokens": 70, "completion_tokens": 30, "total_tokens": 100}
        return Reply(200, {"object": "chat.completion", "model": "m", "choices": [choice], "usage": usage})

    return protocol


def translating(instructions: str, question: str) -> str:
    """A model that translates as it was told to."""
    assert "Chinese into English" in instructions
    made = [rendered(text, "en") for text in json.loads(question)["paragraphs"]]
    return json.dumps({"translations": made})


def joining(instructions: str, question: str) -> str:
    """A model that makes one paragraph of all that it is given, and wraps its answer in words."""
    paragraphs = json.loads(question)["paragraphs"]
    made = json.dumps({"translations": [rendered(" ".join(paragraphs), "en")]})
    return f"<think>{{not yet}}</think>Here you are:\n```json\n{made}\n```"
