"""What a translator is, and how a source is sent to one: by paragraphs, as many at a time as it takes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from review.errors import UnreadableAnswer
from review.host.cachefolder import cache_file, write_whole
from review.host.progress import Progress, unseen
from review.services.web import Service
from review.types import Text

Batch = Sequence[str]


@dataclass(frozen=True, slots=True)
class Languages:
    """From which language into which, as tags of our table."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Translator:
    """A service that translates paragraphs.

    `id` is what a user calls it by, `system` what its translation is named; `ask` gives one text for each given one
    and raises ServiceError; a request holds at most `most` paragraphs and `longest` characters, unless one paragraph
    alone is longer. `cost` says in a sentence what asking costs.
    """

    id: str
    system: str
    service: Service
    ask: Callable[[Service, Batch, Languages], Sequence[str]]
    most: int
    longest: int
    cost: str


def translated(translator: Translator, source: Text, target_lang: str, progress: Progress = unseen) -> str:
    """What the translator makes of a source: each paragraph in its place, the white space around it as it was.

    Raises ServiceError; the batches that had come are remembered, and the next time taken from there.
    """
    languages = Languages(source.lang, target_lang)
    paragraphs = [paragraph.span.of(source.raw) for paragraph in source.paragraphs]
    bodies = [paragraph.strip() for paragraph in paragraphs]
    made: dict[int, str] = {}
    for batch in batches(bodies, translator.most, translator.longest):
        made.update(zip(batch, _asked(translator, [bodies[index] for index in batch], languages), strict=True))
        progress(len(made) / sum(map(bool, bodies)))
    return "".join(_within(paragraph, made.get(index, "")) for index, paragraph in enumerate(paragraphs))


def batches(texts: Sequence[str], most: int, longest: int) -> Iterator[list[int]]:
    """The indexes of the texts that are not blank, in runs of at most `most` texts and `longest` characters."""
    batch: list[int] = []
    size = 0
    for index, text in enumerate(texts):
        if not text.strip():
            continue
        if batch and (len(batch) == most or size + len(text) > longest):
            yield batch
            batch, size = [], 0
        batch.append(index)
        size += len(text)
    if batch:
        yield batch


def to_be_sent(source: Text) -> int:
    """The characters of a source that a translator is sent; what is said in instructions comes on top."""
    return sum(len(paragraph.span.of(source.raw).strip()) for paragraph in source.paragraphs)


def _asked(translator: Translator, batch: Batch, languages: Languages) -> list[str]:
    """The translations of a batch, as remembered: what a fetch had paid for before it failed is not paid for again."""
    asked = [translator.system, translator.service.url, languages.source, languages.target, *batch]
    path = cache_file(f"translations/{translator.id}/{sha256(json.dumps(asked).encode()).hexdigest()[:40]}.json")
    with suppress(OSError, ValueError, TypeError, UnreadableAnswer):
        return _whole(translator, json.loads(path.read_text(encoding="utf-8")), batch)
    made = _whole(translator, translator.ask(translator.service, batch, languages), batch)
    with suppress(OSError):
        write_whole(path, json.dumps(made).encode())
    return made


def _whole(translator: Translator, made: Sequence[object], batch: Batch) -> list[str]:
    """As many texts as were asked for, none empty, each on one line. Raises UnreadableAnswer."""
    texts = [" ".join(text.split()) for text in made if isinstance(text, str) and text.strip()]
    if len(texts) != len(batch) or len(made) != len(batch):
        raise UnreadableAnswer(
            translator.service.place, f"{len(texts)} translated paragraphs", f"{len(batch)}, none empty"
        )
    return texts


def _within(paragraph: str, text: str) -> str:
    """The text with the white space around it that the paragraph had; a paragraph with none is followed by a break."""
    body = paragraph.strip()
    start = paragraph.index(body) if body else 0
    return paragraph[:start] + text + paragraph[start + len(body) :]
