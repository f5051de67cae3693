"""The confidence of documents: high for translations, low for texts that do not belong together."""

from __future__ import annotations

import pytest

from review.align.align import align
from review.align.confidence import LOW, confidence
from tests.gate.beads import Aligned, dev_set, samples
from tests.gate.confidence import mismatched


def confidence_in(document: Aligned) -> float:
    share = confidence(align(document.text(0), document.text(1)))
    assert share is not None
    return share


@pytest.mark.parametrize("document", samples(), ids=lambda document: document.name)
def test_samples_are_translations(document: Aligned) -> None:
    assert confidence_in(document) >= LOW


def test_samples_beside_others_translations_are_doubted() -> None:
    shares = [confidence_in(document) for document in mismatched(samples(), others=2)]
    assert len(shares) >= 8
    assert max(shares) < LOW
    assert sum(shares) / len(shares) < 0.2


@pytest.mark.skipif(not dev_set("mac-zh-en"), reason="the development set is not here")
def test_novels_and_what_is_none_of_their_translation() -> None:
    documents = dev_set("mac-zh-en")
    assert min(map(confidence_in, documents)) >= LOW
    assert max(map(confidence_in, mismatched(documents, others=1))) < 0.25
