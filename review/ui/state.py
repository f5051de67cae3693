"""What a session remembers: the only module that touches Streamlit's session state, query parameters and caches.

All of it may be lost at any moment, for a refresh of the page loses it: the store holds what counts.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import unquote

import streamlit as st

from review import flow
from review.judged import blind
from review.judgements import Judgement
from review.settings import settings
from review.store import Entry, SeenStore, Store
from review.types import Article, Text
from review.ui.component.operations import Answer
from review.ui.component.sent import Sent
from review.ui.component.views import Desk, View, matching, view_asked, view_of
from review.ui.listed import Listed
from review.ui.looks import Ground, Look, Looks
from review.verbs import samples

if TYPE_CHECKING:
    from review.memory.units import Memory
    from review.rank.queue import Outlook
    from review.services.judges import Consulted

NAME_COOKIE = "mtreview_reviewer"
MOST_ANSWERS = 4_000

Given = TypeVar("Given")
ARTICLES_REMEMBERED = 10_000
"""Articles of which it is kept at hand what is left to read."""


def now() -> datetime:
    return datetime.now(UTC)


def new_id() -> str:
    """An id for what is said in this session and was not said before."""
    return str(uuid.uuid4())


def store() -> Store:
    """The store of this server; sample articles are put into an empty one where the settings say so."""
    return _opened(settings().db)


@st.cache_resource(show_spinner="Opening the store…")
def _opened(url: str) -> Store:
    opened = Store.open(url)
    if settings().samples:
        samples.add_samples(opened, at=now())
    return opened


def reviewer_name() -> str:
    """Who judges in this session: as typed, else as this browser said last time, else as the settings say."""
    if "reviewer" not in st.session_state:
        known = st.context.cookies.get(NAME_COOKIE)
        st.session_state["reviewer"] = unquote(known) if isinstance(known, str) and known else settings().reviewer
    return str(st.session_state["reviewer"]).strip() or settings().reviewer


def article_id() -> str:
    """The article that the address names, else the one looked at last, else "". The address names it from then on."""
    wanted = st.query_params.get("article") or st.session_state.get("article", "")
    if wanted:
        st.session_state["article"] = wanted
        if st.query_params.get("article") != wanted:
            st.query_params["article"] = wanted
    return str(wanted)


def known_article_id() -> str:
    """The id of that article; "" where none is named, or the store has none of that id."""
    wanted = article_id()
    if wanted and wanted not in store().editions(wanted):
        st.session_state.pop("article", None)
        return ""
    return wanted


def asked_article() -> str:
    """The id that the address names, be there such an article or not."""
    return str(st.query_params.get("article", ""))


def chosen_article() -> Entry | None:
    """The entry of that article; None where none is named, or none of that id is there."""
    wanted = known_article_id()
    return seen_store().entry(wanted) if wanted else None


def entries() -> tuple[Entry, ...]:
    """All articles as the list shows them, in the order of adding."""
    return seen_store().as_seen(_listed(settings().db).entries())


@st.cache_resource(show_spinner=False)
def _listed(url: str) -> Listed:
    return Listed(_opened(url))


def looks() -> Looks:
    """The newest looks at the store's articles."""
    return _looks(settings().db)


@st.cache_resource(show_spinner=False)
def _looks(url: str) -> Looks:
    return Looks(_opened(url))


def look(article: str) -> Look:
    """An article as it stands now, or as the reviewer of this session may see it. Raises UnknownArticle."""
    return look_as(article, seen_by(article))


def look_as(article: str, reviewer: str, memory: Memory | None = None) -> Look:
    """An article as it stands now, or as a reviewer sees it in a blind review, "" for none. Raises UnknownArticle.

    The checks compare it with what the other articles of `memory` say, by default of that of the look before.
    """
    return looks().seen(article, reviewer) if reviewer else looks().at(article, memory)


def seen_by(article: str) -> str:
    """Who alone it is whose words are shown of an article: the reviewer in a blind review, else ""."""
    return reviewer_name() if blind.is_blind(store().events(article)) else ""


def seen_store() -> SeenStore:
    """The store as the reviewer of this session may see it: what pages and files tell of."""
    return SeenStore.of(store(), reviewer_name())


def outlooks() -> Callable[[Entry], Outlook]:
    """What is left to read of an article of the list; one is read again only when it was judged, aligned anew, or
    translated again.
    """
    stamps, held = store().stamps(), looks()
    rules = *held.rules(), len(store().dismissed_everywhere())
    blinded = blind.blinded(store().events())
    reader = {article: reviewer_name() for article in blinded}
    return lambda entry: _outlook(held, rules, entry.id, stamps.get(entry.id, (0, 0)), reader.get(entry.id, ""))


@lru_cache(ARTICLES_REMEMBERED)
def _outlook(held: Looks, rules: Ground, article: str, stamp: tuple[int, int], seen_by: str) -> Outlook:  # noqa: ARG001 - they name what is kept
    found = held.seen(article, seen_by) if seen_by else held.at(article)
    return flow.outlook_of(found.review, found.flags())


def look_again(key: str, asked: Consulted) -> None:
    """Remember under a key what came of asking a judge, and have what the checks say made again: there is more now."""
    st.session_state.setdefault("consulted", {})[key] = asked
    looks().forget_findings()


def consulted(key: str) -> Consulted | None:
    """What came of the last asking under that key in this session."""
    found: dict[str, Consulted] = st.session_state.get("consulted", {})
    return found.get(key)


@st.cache_resource(max_entries=16, show_spinner="Reading…")
def read_side(content: bytes, name: str, lang: str) -> Text:
    """A file as one side of an article, read once for the same content. Raises UnreadableFile."""
    return flow.read_side(content, name, lang=lang)


@st.cache_resource(max_entries=8, show_spinner="Reading…")
def read_table(content: bytes, name: str, source_lang: str, target_lang: str) -> Article:
    """A table of pairs as an article, read once for the same content. Raises UnreadableFile."""
    return flow.read_table(content, name, source_lang=source_lang, target_lang=target_lang)


def component(key: str) -> Mapping[str, Any]:
    """What a component has sent so far; empty before it has."""
    sent = st.session_state.get(key)
    return sent if isinstance(sent, Mapping) else {}


def going(key: str) -> Mapping[str, Any]:
    """Where a component wants to go, told once; empty when nowhere."""
    wanted = component(key).get("going")
    if not isinstance(wanted, Mapping) or wanted.get("stamp") == st.session_state.get("gone"):
        return {}
    st.session_state["gone"] = wanted.get("stamp")
    return wanted


def was_drawn(id_: str) -> bool:
    """Whether this session has drawn that sample already; asked once for each, it has by the next time."""
    known: set[str] = st.session_state.setdefault("drawn", set())
    before = id_ in known
    known.add(id_)
    return before


def view(key: str) -> View:
    """Which pairs are looked at: as chosen on the screen, else as the address says."""
    chosen = component(key).get("view")
    return view_of(chosen) if isinstance(chosen, Mapping) else view_asked(st.query_params.to_dict())


def looked_at(key: str, desk: Desk, chosen: View) -> tuple[str, ...]:
    """The pairs of a view as they were when it was chosen: a pair does not vanish under the reviewer's hands.

    Those that a new alignment has brought since are looked at too.
    """
    signature = (key, chosen.choice)
    held = st.session_state.get("looked_at")
    if held is None or held[0] != signature:
        held = st.session_state["looked_at"] = (signature, matching(desk, chosen), frozenset(desk.beads))
    _, shown, known = held
    new = [pair for pair in desk.beads if pair not in known]
    if new and not chosen.order:
        return tuple(pair for pair in desk.beads if pair in shown or pair not in known)
    return (*new, *(pair for pair in shown if pair in desk.beads))


def once(name: str, stamp: int, act: Callable[[], Given]) -> Given:
    """What came of an act that is done once in this session for a stamp, and again for the next."""
    held = st.session_state.get(name)
    if held is None or held[0] != stamp:
        held = st.session_state[name] = (stamp, act())
    given: Given = held[1]
    return given


def unheard(key: str, said: Sequence[Judgement]) -> Sequence[Judgement]:
    """What was said of an article since a screen was last shown in this session; nothing at the first time."""
    known, heard = st.session_state.get("heard", ("", 0))
    st.session_state["heard"] = key, len(said)
    return said[heard:] if known == key else ()


def sent(key: str, whole: object) -> Sent:
    """What a screen was sent last in this session; nothing where it is to be sent whole, as `whole` newly asks."""
    held = st.session_state.get("sent")
    return held[1] if held is not None and held[0] == (key, whole) else Sent(new_id())


def remember_sent(key: str, whole: object, told: Sent) -> None:
    st.session_state["sent"] = (key, whole), told


def send_whole() -> None:
    """Have the next screen sent with all its rows: the browser may have lost those that it had."""
    st.session_state.pop("sent", None)


def answered() -> dict[str, Answer]:
    """The answers given in this session, by the ids of the acts."""
    return st.session_state.setdefault("answered", {})  # type: ignore[no-any-return]


def remember(answers: Sequence[Answer]) -> None:
    """Keep answers, the newest MOST_ANSWERS of them."""
    known = answered()
    known.update((answer.id, answer) for answer in answers)
    for old in list(known)[: max(0, len(known) - MOST_ANSWERS)]:
        del known[old]
