"""One request to a web service: its key, its time, its size, and what is said when it fails."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from review.errors import ServiceRefused, ServiceUnavailable, UnreadableAnswer

BUSY = (429, 500, 502, 503, 504, 529)
"""Statuses that may be others a moment later; 529 is what some chat services say when they are overloaded."""
TRIES = 4
LONGEST_PAUSE = 60
"""Seconds between two tries, also where the service asks for more."""
CONNECTS_WITHIN = 10.0
"""Seconds."""
LARGEST_ANSWER = 8 * 1024 * 1024
"""Bytes. The answer about a whole article is some hundred thousand."""
QUOTED = 200
"""Characters of a service's own words in a message."""
PIECE = 1 << 16
REFUSALS = {
    400: "a request that it understands",
    401: "a key that it takes",
    402: "an account with credit",
    403: "a key that it takes",
    404: "an address and a model that exist there",
    413: "a request that is not too long for it",
    429: "that it has time, or quota, for one more request",
    456: "quota that is not used up",
}


@dataclass(frozen=True, slots=True)
class Service:
    """A web service that speaks JSON: its name for people, its address, and its key behind a word such as Bearer.

    `seconds` is how long one answer may take, `pause` what the pauses between tries grow from.
    """

    name: str
    url: str
    key: str = field(default="", repr=False)
    scheme: str = "Bearer"
    seconds: float = 120.0
    pause: float = 1.0

    @property
    def host(self) -> str:
        """The machine that texts are sent to, with its port where that is told."""
        parts = urlsplit(self.url)
        return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)

    @property
    def place(self) -> str:
        """What the service is called in a message."""
        return f"{self.name} at {self.host}"

    def get(self, path: str) -> Any:
        """The answer to a question without a body. Raises ServiceError."""
        return self._answer("GET", path, {})

    def post(self, path: str, body: object) -> Any:
        """The answer to a JSON body. Raises ServiceError."""
        return self._answer("POST", path, {"json": body})

    def post_form(self, path: str, fields: Mapping[str, str]) -> Any:
        """The answer to the fields of a form. Raises ServiceError."""
        return self._answer("POST", path, {"data": dict(fields)})

    def _answer(self, method: str, path: str, sent: Mapping[str, Any]) -> Any:
        until = time.monotonic() + self.seconds * (TRIES + 1)
        try:
            with (
                self._session() as session,
                session.request(
                    method,
                    self.url + path,
                    **sent,
                    auth=self._sign,
                    timeout=(CONNECTS_WITHIN, self.seconds),
                    allow_redirects=False,
                    stream=True,
                ) as response,
            ):
                return self._read(response.status_code, b"".join(self._pieces(response, until)))
        except requests.exceptions.Timeout as problem:
            raise self._unavailable(f"no answer within {self.seconds:g} seconds") from problem
        except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError) as problem:
            raise UnreadableAnswer(self.place, "the answer broke off", "all of it") from problem
        except requests.exceptions.RequestException as problem:
            raise self._unavailable(f"cannot be reached ({type(problem).__name__})") from problem

    def _session(self) -> requests.Session:
        """A session that asks again while the service is busy; not after silence, for that may have cost money."""
        retry = Retry(
            connect=1,
            read=False,
            other=0,
            status=TRIES,
            status_forcelist=BUSY,
            allowed_methods=None,
            backoff_factor=self.pause,
            retry_after_max=LONGEST_PAUSE,
            raise_on_status=False,
        )
        session = requests.Session()
        session.mount("http://", HTTPAdapter(max_retries=retry))
        session.mount("https://", HTTPAdapter(max_retries=retry))
        return session

    def _sign(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        # As `auth`, so that an entry for the host in ~/.netrc does not stand in its place.
        if not (self.key.isascii() and self.key.isprintable()):
            raise ServiceRefused(self.place, "the key that is set holds characters that no key has", "a key")
        if self.key and self.scheme:
            request.headers["Authorization"] = f"{self.scheme} {self.key}"
        return request

    def _pieces(self, response: requests.Response, until: float) -> Iterator[bytes]:
        """The body, as far as it comes in time and is not too large."""
        size = 0
        for piece in response.iter_content(PIECE):
            size += len(piece)
            if size > LARGEST_ANSWER:
                raise UnreadableAnswer(self.place, f"more than {LARGEST_ANSWER:,} bytes", "a shorter answer")
            if time.monotonic() > until:
                raise self._unavailable(f"no end of the answer within {self.seconds * (TRIES + 1):g} seconds")
            yield piece

    def _read(self, status: int, body: bytes) -> Any:
        if status in BUSY:
            raise self._unavailable(f"status {status} after {TRIES} more tries{self._words(body)}")
        if status != requests.codes.ok:
            expected = REFUSALS.get(status, "status 200")
            raise ServiceRefused(self.place, f"status {status}{self._words(body)}", expected)
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as problem:
            raise UnreadableAnswer(self.place, f"no JSON{self._words(body)}", "an answer in JSON") from problem

    def _unavailable(self, found: str) -> ServiceUnavailable:
        return ServiceUnavailable(self.place, found, "an answer; its address and state can be checked in a browser")

    def _words(self, body: bytes) -> str:
        """The service's own words on one line, cut short, and without the key, which some services quote."""
        words = " ".join(body[: 4 * PIECE].decode("utf-8", "replace").split())
        words = words.replace(self.key, "…") if self.key else words
        return f": {words[:QUOTED]}{'…' * (len(words) > QUOTED)}" if words else ""


def expect_list(service: Service, answer: object, *names: str) -> list[Any]:
    """The list that an answer is, or holds under names, one in another. Raises UnreadableAnswer."""
    found = answer
    for name in names:
        found = found.get(name) if isinstance(found, Mapping) else None
    if not isinstance(found, list):
        raise UnreadableAnswer(service.place, "an answer without it", " ".join(["a list", *names]))
    return found
