"""Two reviewers at once: none is lost, and none overwrites the other unseen."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from review.errors import StaleJudgement
from review.judgements import Correction, Draft, Judgement, StatusChange
from review.store import Store
from review.store.connect import transaction
from review.store.schema import CORRECTIONS
from tests.store.examples import NOON, ROOT, article, fresh_store, fresh_url, judgement

EACH = 150


def rival(url: str, pair: str, name: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.rival", url, pair, name, str(EACH)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def test_two_processes_correct_one_pair(tmp_path: Path) -> None:
    with fresh_url(tmp_path) as url:
        store = Store.open(url)
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        rivals = [rival(url, pair, name) for name in ("ann", "bob")]
        for one in rivals:
            assert one.stdin
            one.stdin.write("go\n")
            one.stdin.flush()
        told = [line for one in rivals for line in one.communicate()[0].split()]
        accepted, refused = ({line[1:] for line in told if line[0] == sign} for sign in "+-")
        assert len(accepted) + len(refused) == len(told) == 2 * EACH
        history = store.judgements("bridge")
        assert {said.id for said in history} == accepted
        assert [said.version for said in history] == list(range(len(accepted)))
        assert {said.id for said in store.refused("bridge")} == refused
        store.close()


def test_many_threads_share_a_store(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        pairs = [bead.id for bead in store.add(article("Bridge", pairs=8), at=NOON, by="ann").translation.beads]

        def work(pair: str) -> list[Judgement]:
            done: list[Judgement] = []
            for n in range(20):
                done.append(store.append(judgement(pair, Correction(f"{n}"), version=n)))
                done.append(store.append(judgement(pair, Draft(f"{n}…"), version=n)))
                assert set(done) <= set(store.judgements("bridge"))
            return done

        with ThreadPoolExecutor(8) as pool:
            done = [said for own in pool.map(work, pairs) for said in own]
        assert sorted(said.id for said in store.judgements("bridge")) == sorted(said.id for said in done)


def test_one_judgement_sent_by_many_threads_counts_once(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        said = judgement(pair, Correction("One."))
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(store.append, [said] * 16)) == [said] * 16
        assert store.judgements("bridge") == (said,)


def test_an_approval_and_a_correction_do_not_cross(tmp_path: Path) -> None:
    """Whoever is second is refused: an approval never lands on a text that its reviewer has not seen."""
    with fresh_store(tmp_path) as store, ThreadPoolExecutor(2) as pool:
        pairs = [bead.id for bead in store.add(article("Bridge", pairs=40), at=NOON, by="ann").translation.beads]

        def outcome(said: Judgement) -> bool:
            try:
                store.append(said)
            except StaleJudgement:
                return False
            return True

        for pair in pairs:
            approval, correction = judgement(pair, StatusChange("approved")), judgement(pair, Correction("New."))
            approved, corrected = pool.map(outcome, [approval, correction])
            kept = [said for said in store.judgements("bridge") if said.pair == pair]
            assert corrected
            assert kept == ([approval, correction] if approved else [correction])


def test_articles_added_at_once_get_different_ids(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store, ThreadPoolExecutor(6) as pool:
        added = list(pool.map(lambda _: store.add(article("Bridge"), at=NOON, by="ann"), range(6)))
        assert sorted(one.id for one in added) == ["bridge", *(f"bridge-{n}" for n in range(2, 7))]


def test_the_database_itself_lets_only_one_correction_follow_a_version(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        store.append(judgement(pair, Correction("One.")))
        with pytest.raises(IntegrityError), transaction(store.engine, write=True) as connection:
            connection.execute(CORRECTIONS.insert().values(pair=pair, version=0, judgement=2))
