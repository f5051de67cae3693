"""The content words of a Chinese source and an English translation, by place, and what a source word can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

import regex

from review.align.cedict import cedict
from review.align.stems import STOP_WORDS, stem
from review.checks.reading.letters import LETTERS, is_plain
from review.checks.reading.rarity import cut
from review.checks.reading.remembered import TEXTS, Remembered
from review.checks.reading.words import listed

Kind = Literal["figures", "latin", "sign", "word"]
REMEMBERED = 65536  # words whose keys are kept at hand
AT_HAND = 16384  # words whose meanings are kept at hand, each a few kilobytes
SURE = 0.35  # weight from which a rendering is that of the word itself and not of a part of it
PREFIX = 5
"""Letters of a stem that tell words apart, so that diagnosis and diagnose meet."""
EMPTY = frozenset(
    listed(
        "的 了 在 是 和 与 與 及 而 也 都 就 将 將 被 把 对 對 于 於 从 從 到 为 為 以 并 並 之 其 该 該 这 這 那"
        " 此 着 著 过 過 地 得 上 下 中 里 裡 内 外 有 会 會 能 要 等 又 还 還 很 最 更 但 但是 而且 因为 因為 所以"
        " 由于 由於 如果 以及 或 或者 我 你 他 她 它 我们 我們 你们 他们 他們 她们 它们 自己 一 一个 一個 个 個"
        " 这个 這個 那个 这些 這些 那些 这样 這樣 那样 所 使 让 讓 给 給 向 由 吗 嗎 呢 吧 啊 啦 呀 嘛 么 什么 什麼"
        " 怎么 时 時 后 後 前 年 月 日 号 號 中的 进行 進行 已 已经 已經 曾 正在 正 再 才 只 仅 僅 可 可以 便 却 卻"
        " 且 则 則 若 即 还是 還是 不 没 沒 没有 沒有 无 無 未 非 当 當 做 说 說 来 來 去 名 位 次 种 種 件 条 條"
        " 项 項 家 所有 一些 通过 通過 根据 根據 关于 關於 作为 作為 其中 同时 同時 此外 另外 因此 然而 虽然 雖然"
        " 之后 之前 以来 以上 以下 时候 時候 一直 一样 非常 十分 特别 特別 比较 比較 太 真 好 多 大 小"
    )
)
FUNCTION_WORDS = STOP_WORDS | frozenset(
    listed(
        "i you he she we they me him her us them my your his our their this that these those which who whom whose"
        " what when where how why there here have has had do does did will would shall should can could may might"
        " must not no nor but if then than so such also very more most much many some any all each both only just"
        " too even still yet about over under after before during between through up down off again once own same"
        " other another while because since until although though however therefore per via among within without"
        " towards toward upon against new one two get got make made"
    )
)
OURS = regex.compile(r"(?P<figures>\p{N}+(?:[.,]\p{N}+)*)|(?P<han>\p{Han}+)|(?P<latin>[\p{Latin}\p{M}]+)")
THEIRS = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
PLAIN_THEIRS = re.compile(rf"[0-9]+(?:[.,][0-9]+)*|[{LETTERS}]+(?:['’][{LETTERS}]+)*")
"""The same in a plain text."""


ContentWord = tuple[int, int, tuple[str, ...]]
"""A word of the translation that says something by itself: its start, its end, and the keys that find it."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The keys of the words that can render a word, and of those that can render all or a part of it.

    `empty` says that it is a function word: none of it need be in a translation.
    """

    whole: frozenset[str]
    every: frozenset[str]
    empty: bool


SourceWord = tuple[int, int, Kind, Meaning]
"""A word of the source, function words included: its start, its end, its kind, and what it can become."""


@lru_cache(TEXTS)
def source_words(text: str) -> tuple[SourceWord, ...]:
    """The words of a Chinese text."""
    found: list[SourceWord] = []
    for match in OURS.finditer(text):
        start, run = match.start(), match.group()
        if match.lastgroup == "han":
            for word in cut(run):
                end = start + len(word)
                found.append((start, end, "word" if end - start > 1 else "sign", MEANINGS[word]))
                start = end
        else:
            kind: Kind = "figures" if match.lastgroup == "figures" else "latin"
            found.append((start, match.end(), kind, _as_written(run)))
    return tuple(found)


def target_words(text: str) -> list[ContentWord]:
    """The content words of an English text."""
    found: list[ContentWord] = []
    end = 0
    for word in (PLAIN_THEIRS if is_plain(text) else THEIRS).findall(text):
        start = text.index(word, end)
        end = start + len(word)
        if keys := KEYS[word]:
            found.append((start, end, keys))
    return found


def _meaning(word: str) -> Meaning:
    """What the dictionary says that a Chinese word can become."""
    weights = cedict().weights(word)
    whole = {rendering[:PREFIX] for rendering, weight in weights.items() if weight >= SURE}
    whole.update([rendering for rendering, weight in weights.items() if weight == 1.0])
    every = whole.union([rendering[:PREFIX] for rendering in weights])
    said = frozenset(whole - _function_keys())
    return Meaning(said, frozenset(every - _function_keys()), word in EMPTY or (bool(whole) and not said))


@lru_cache(REMEMBERED)
def _as_written(run: str) -> Meaning:
    keys = frozenset(KEYS[run])
    return Meaning(keys, keys, empty=not keys)


def _keys(word: str) -> tuple[str, ...]:
    """The keys by which a word in Latin letters, or figures, is found on the other side; none for a function word."""
    seen = word.lower().replace(",", "")
    stemmed = stem(seen)
    if len(seen) == 1 or seen in FUNCTION_WORDS or stemmed in _function_stems():
        return ()
    return tuple({seen, stemmed[:PREFIX]})


@cache
def _function_stems() -> frozenset[str]:
    return frozenset(map(stem, FUNCTION_WORDS))


@cache
def _function_keys() -> frozenset[str]:
    return FUNCTION_WORDS | frozenset(each[:PREFIX] for each in _function_stems())


MEANINGS = Remembered(_meaning, AT_HAND)
"""What Chinese words can become."""
KEYS = Remembered(_keys, REMEMBERED)
"""The keys of words in Latin letters, and of figures."""
