"""Whether a word can be pinyin without tones."""

from __future__ import annotations

from functools import lru_cache

import regex

SYLLABLE = (
    r"(?:zh|ch|sh|r)(?:i|a|e|ai|ao|ei|ou|an|en|ang|eng|ong|u|ua|uo|ui|uai|un|uan|uang)|"
    r"[zcs](?:i|a|e|ai|ao|ei|ou|an|en|ang|eng|ong|u|uo|ui|un|uan)|"
    r"[jqx](?:i|ia|iao|ie|iu|ian|in|iang|ing|iong|u|ue|uan|un)|"
    r"[bpm](?:a|o|ai|ei|ao|an|en|ang|eng|i|ie|iao|ian|in|ing|u)|m(?:e|ou|iu)|pou|f(?:a|o|ei|ou|an|en|ang|eng|u)|"
    r"[dtnl](?:a|e|ai|ei|ao|ou|an|ang|eng|ong|i|ie|iao|ian|ing|u|uo|uan|un)|d(?:en|ia|iu|ui)|tui|"
    r"n(?:en|in|iang|iu|v|ve)|l(?:ia|in|iang|iu|v|ve)|"
    r"[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)|"
    r"y(?:a|e|ao|ou|an|in|ang|ing|ong|i|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u)|"
    r"a|ai|an|ang|ao|e|ei|en|er|ou"
)
PINYIN = regex.compile(rf"(?:{SYLLABLE}){{2,6}}")


@lru_cache(maxsize=4096)
def is_pinyin(word: str) -> bool:
    """Whether a word in small letters is two to six syllables of pinyin, as many a word of other languages is."""
    return PINYIN.fullmatch(word) is not None
