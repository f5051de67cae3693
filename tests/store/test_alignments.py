"""Another alignment of a translation: what it keeps is what it was, and what goes is still there to be asked about."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from review.errors import RealignedPair, StaleAlignment, UnknownArticle, UnstorableValue
from review.judgements import Correction, Draft, StatusChange
from review.store import Store
from review.store.connect import transaction
from review.store.schema import BEADS
from review.types import Article, Bead
from tests.store.examples import NOON, ROOT, article, fresh_store, fresh_url, judgement

JOINED = Bead((1, 2), (1, 2), 0.4, certainty=1.0)


def joined(store: Store, added: Article, seen: Sequence[str] = ()) -> Article:
    """The article with its second and third bead as one."""
    first, _, _, last = added.translation.beads
    return store.realign(added, (first, JOINED, last), seen=seen, at=NOON, by="bob")


def ids(article: Article) -> list[str]:
    return [bead.id for bead in article.translation.beads]


def test_kept_beads_keep_their_ids_and_new_ones_get_new_ones(tmp_path: Path) -> None:
    with fresh_url(tmp_path) as url:
        store = Store.open(url)
        added = store.add(article("Bridge", pairs=4), at=NOON, by="ann")
        changed = joined(store, added)
        assert ids(changed) == ["bridge/1", "bridge/5", "bridge/4"]
        assert changed.translation.beads[::2] == added.translation.beads[::3]
        assert changed.translation.beads[1] == replace(JOINED, id="bridge/5")
        assert (store.entries()[0].pairs, store.entries()[0].confidence) == (3, 1.0)
        assert store.pairs("bridge") == {f"bridge/{n}" for n in range(1, 6)}
        again = store.realign(changed, changed.translation.beads[::-1], seen=(), at=NOON, by="bob")
        assert ids(again) == ["bridge/4", "bridge/5", "bridge/1"]
        program = "import sys; from review.store import Store; a = Store.open(sys.argv[1]).article('bridge');"
        command = [sys.executable, "-c", f"{program} print(*(bead.id for bead in a.translation.beads))", url]
        seen = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
        assert seen == "bridge/4 bridge/5 bridge/1\n"
        store.close()


def test_judgements_on_kept_beads_count_and_those_on_others_stay_in_the_store(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        added = store.add(article("Bridge", pairs=4), at=NOON, by="ann")
        said = [
            store.append(judgement(pair, value))
            for pair, value in (("bridge/1", Correction("One.")), ("bridge/2", StatusChange("approved")))
        ]
        joined(store, added, [one.id for one in said])
        assert store.judgements("bridge") == tuple(said)
        assert (store.entries()[0].corrected, store.entries()[0].approved) == (1, 0)
        store.append(judgement("bridge/1", Correction("Two."), version=1))
        assert store.append(said[1]) == said[1]


@pytest.mark.parametrize("value", [Correction("Mine."), StatusChange("approved")])
def test_a_judgement_on_a_bead_that_is_gone_is_refused_and_kept(
    tmp_path: Path, value: Correction | StatusChange
) -> None:
    with fresh_store(tmp_path) as store:
        joined(store, store.add(article("Bridge", pairs=4), at=NOON, by="ann"))
        late = judgement("bridge/2", value)
        for _ in range(2):
            with pytest.raises(RealignedPair, match="pair bridge/2 is no more") as raised:
                store.append(late)
        mine = "Mine." if isinstance(value, Correction) else "Sentence 1."
        assert (raised.value.theirs, raised.value.mine) == ("Sentence 1.", mine)
        assert (store.judgements("bridge"), store.refused("bridge")) == ((), (late,))
        kept = store.append(judgement("bridge/2", Draft("Mi")))
        assert store.judgements("bridge") == (kept,)
        assert store.entries()[0].in_work == 0


def test_what_was_decided_by_an_older_state_is_refused(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        added = store.add(article("Bridge", pairs=4), at=NOON, by="ann")
        kept = store.append(judgement("bridge/1", Draft("Meanwhile, on a bead that stays")))
        changed = joined(store, added)
        with pytest.raises(StaleAlignment, match="article bridge"):
            joined(store, added)
        store.append(judgement("bridge/5", Draft("Meanwhile")))
        beads = changed.translation.beads
        with pytest.raises(StaleAlignment):
            store.realign(changed, (beads[0], beads[2]), seen=[kept.id], at=NOON, by="bob")
        assert store.article("bridge") == changed


def test_what_cannot_be_is_refused(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        added = store.add(article("Bridge", pairs=4), at=NOON, by="ann")
        for bead, reason in (
            (Bead((9,), ()), "runs of segments that exist"),
            (Bead((0,), (), 0.0, "x/1"), "never had the beads x/1"),
        ):
            with pytest.raises(UnstorableValue, match=reason):
                store.realign(added, (bead,), seen=(), at=NOON, by="bob")
        with pytest.raises(UnstorableValue, match="without a zone"):
            store.realign(added, (), seen=(), at=NOON.replace(tzinfo=None), by="bob")
        for verb in (
            lambda: store.realign(replace(added, id="none"), (), seen=(), at=NOON, by="b"),
            lambda: store.pairs("none"),
        ):
            with pytest.raises(UnknownArticle):
                verb()
        assert store.article("bridge") == added


def test_an_edition_is_new_with_each_alignment_and_each_translation_and_with_nothing_else(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        added, _ = (store.add(article(title, pairs=4), at=NOON, by="ann") for title in ("Bridge", "Tower"))
        first = store.editions()
        store.append(judgement("bridge/1", Correction("One.")))
        assert store.editions() == first
        joined(store, added)
        second = store.editions()
        store.add_translation("bridge", replace(added.translation, system="other"), at=NOON, by="ann")
        third = store.editions()
        assert first["bridge"] < second["bridge"] < third["bridge"]
        assert first["tower"] == third["tower"]


def test_older_alignments_stay(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        joined(store, store.add(article("Bridge", pairs=4), at=NOON, by="ann"))
        with transaction(store.engine) as connection:
            assert connection.execute(sa.select(sa.func.count()).select_from(BEADS)).scalar() == 5
            listed = connection.exec_driver_sql("SELECT alignment, bead FROM aligned ORDER BY alignment, place").all()
        assert [tuple(row) for row in listed] == [
            *((1, f"bridge/{n}") for n in range(1, 5)),
            *((2, f"bridge/{n}") for n in (1, 5, 4)),
        ]
