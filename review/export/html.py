"""The corrected article as a web page that stands alone."""

from __future__ import annotations

from html import escape

from review.export.edition import LINE_BREAK, Edition, written

PAGE = """<!DOCTYPE html>
<html lang="{tag}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 serif; }}
h1, p {{ white-space: pre-wrap; }}
</style>
</head>
<body><article>{content}</article></body>
</html>
"""


def write_html(edition: Edition) -> bytes:
    """A page with the article's language and direction: the headline, where it has one, and its paragraphs, escaped.

    A line break inside a paragraph is a <br>; characters that XML cannot hold become U+FFFD.
    """
    headline = edition.headline()
    blocks = [f"<p>{_content(text)}</p>" for text in edition.body()]
    content = [f"<h1>{_content(headline.text)}</h1>", *blocks] if headline else blocks
    page = PAGE.format(
        tag=escape(edition.tag),
        direction=edition.language.direction,
        title=escape(written(headline.text if headline else edition.title)),
        content="\n".join(content),
    )
    return page.encode()


def _content(text: str) -> str:
    return "<br>".join(escape(written(line)) for line in LINE_BREAK.split(text))
