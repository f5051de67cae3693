"""What can go wrong, each saying where, what, and what was expected.

ReviewError
├── UnreadableFile      a file that is not what its reader expects
├── UnknownLanguage     a language tag that the table does not hold
├── UnknownArticle      no article of that id in the store
├── UnknownFormat       an export or import format that does not exist
├── UnscorableTexts     texts that a metric cannot compare
├── StoreUnavailable    a database that cannot be opened or is of a newer version
├── UnstorableValue     an article or a judgement that the store could not give back as it is
├── WrongSetting        a setting that cannot be what it has to be
├── UnrelatedText       a text that is hardly a translation of the source that it was given for
├── UnusableEncoder     a sentence encoder that cannot be loaded
├── WorkerEnded         a process that shares the work has ended before it was done
├── ServiceError        a service that the user has set, and that gave no answer that can be used
│   ├── ServiceUnavailable  it is not there, too busy, or too slow
│   ├── ServiceRefused      it does not take the key or the request
│   └── UnreadableAnswer    an answer that is broken, too long, or not about what was asked
├── Unrepairable        a change of an alignment by hand that cannot be made
├── NotReleased         a release to be withdrawn where there is none
├── NothingToSample     an article without a pair that a sample could be drawn from
├── StaleAlignment      other beads of an article that has been aligned or judged since
└── StaleJudgement      a judgement on a text that has changed since; both texts are kept
    └── RealignedPair       a judgement on a pair that is no more
"""

from __future__ import annotations


class ReviewError(Exception):
    """The root of all errors that a door may show to its user."""


class UnreadableFile(ReviewError):
    """A file that cannot be read; says which file, where in it, what is there and what was expected."""

    def __init__(self, name: str, place: str, found: str, expected: str) -> None:
        super().__init__(f"{name}, {place}: {found}; expected {expected}")
        self.name, self.place, self.found, self.expected = name, place, found, expected


class UnknownLanguage(ReviewError):
    """A language tag that is not in the table of languages."""


class UnknownArticle(ReviewError):
    """No article of that id in the store."""


class UnknownFormat(ReviewError):
    """A format that cannot be read or written."""


class UnscorableTexts(ReviewError):
    """Texts that a metric cannot compare, such as files of unequal length."""


class StoreUnavailable(ReviewError):
    """A database that cannot be opened, or that a newer version of the workbench has written."""


class UnstorableValue(ReviewError):
    """An article or a judgement that the store could not give back as it is, such as a text with half a character."""


class WrongSetting(ReviewError):
    """A setting that cannot be what it has to be; says which, what is there, what was expected."""


class UnrelatedText(ReviewError):
    """A text that is hardly a translation of the source that it was given for, as by a slip of the hand."""


class UnusableEncoder(ReviewError):
    """A sentence encoder that cannot be loaded; says from where, what is there and what was expected."""

    def __init__(self, place: str, found: str, expected: str) -> None:
        super().__init__(f"{place}: {found}; expected {expected}")
        self.place, self.found, self.expected = place, found, expected


class WorkerEnded(ReviewError):
    """A process that aligns or checks a part has ended before it was done, as one that is killed does."""

    def __init__(self, code: int) -> None:
        super().__init__(
            f"a process that shares the work ended with {code}; expected its part of it (a negative number is the "
            "signal that killed it, as the system does when memory is short)"
        )
        self.code = code


class ServiceError(ReviewError):
    """A service that the user has set, and that gave no answer; says which, what came, and what was expected."""

    def __init__(self, service: str, found: str, expected: str) -> None:
        super().__init__(f"{service}: {found}; expected {expected}")
        self.service, self.found, self.expected = service, found, expected


class ServiceUnavailable(ServiceError):
    """A service that is not there, too busy, or too slow."""


class ServiceRefused(ServiceError):
    """A service that does not take the key or the request."""


class UnreadableAnswer(ServiceError):
    """An answer of a service that is broken, too long, or not about what was asked."""


class Unrepairable(ReviewError):
    """A change of an alignment by hand that cannot be made, such as splitting a single sentence."""


class NotReleased(ReviewError):
    """A release to be withdrawn where there is none."""


class NothingToSample(ReviewError):
    """An article without a pair that a sample could be drawn from."""


class StaleAlignment(ReviewError):
    """Other beads for an article that has been aligned anew, or judged where beads would go, since it was read."""

    def __init__(self, article: str) -> None:
        super().__init__(f"article {article}: pairs have changed since they were read; expected to look at them again")


class StaleJudgement(ReviewError):
    """A judgement made on a version of a pair that is no longer the newest. Both texts are in the store."""

    def __init__(self, pair: str, based_on: int, current: int, theirs: str, mine: str) -> None:
        super().__init__(
            f"pair {pair}: the judgement was made on version {based_on}, but the text is at version {current}"
        )
        self.pair, self.based_on, self.current = pair, based_on, current
        self.theirs, self.mine = theirs, mine


class RealignedPair(StaleJudgement):
    """A judgement on a pair that is no more, for its article has been aligned anew. Both texts are in the store."""

    def __str__(self) -> str:
        return f"pair {self.pair} is no more: its article has been aligned anew since"
