"""Web pages: parts in reading order, furniture left out, comments with their threads."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrail.errors import InputError
from claimtrail.ingest.html.page import page
from claimtrail.ingest.values import Draft
from claimtrail.model import BlockKind

FIRST = "Shells fell on the grain terminal of Port Azov for three hours on Monday night, the harbour master said."
SECOND = "Four dockers were killed and the pilot boat sank at its berth, he added, calling it the worst night so far."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Shells hit Port Azov - The Estuary</title></head><body>
<nav><a href="/">Home</a><a href="/war">War</a></nav>
<main><article><h1>Shells hit Port Azov</h1>
<p class="standfirst">Four dockers dead after the longest night of the siege</p>
<figure><img alt=""><figcaption>The terminal on Tuesday morning. Photo: I. Sol</figcaption></figure>
<p>{FIRST}</p>
<aside class="pullquote"><p>the worst night so far</p></aside>
<p>{SECOND}</p>
<h2>Who fired</h2>
<ul><li>The army blames the militia of the left bank.</li><li>The militia denies that it has such guns.</li></ul>
<blockquote><p>We have no such guns, and never had any.</p></blockquote>
<div class="share-buttons">Share this on Facebook</div>
</article>
<aside class="related"><a href="/x">Ten photographs of the siege</a></aside></main>
<footer>Contact the newsroom</footer></body></html>"""


def _blocks(draft: Draft) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(draft.text)) for block in draft.blocks]


def test_parts_stand_in_reading_order_and_furniture_is_gone() -> None:
    draft = page(PAGE, "page.html")
    assert _blocks(draft) == [
        (BlockKind.HEADLINE, "Shells hit Port Azov"),
        (BlockKind.STANDFIRST, "Four dockers dead after the longest night of the siege"),
        (BlockKind.BODY, FIRST),
        (BlockKind.BODY, SECOND),
        (BlockKind.HEADLINE, "Who fired"),
        (BlockKind.BODY, "The army blames the militia of the left bank."),
        (BlockKind.BODY, "The militia denies that it has such guns."),
        (BlockKind.QUOTE, "We have no such guns, and never had any."),
        (BlockKind.CAPTION, "The terminal on Tuesday morning. Photo: I. Sol"),
    ]


def test_a_pull_quote_found_nowhere_else_is_a_quotation() -> None:
    draft = page(PAGE.replace("<p>the worst night so far</p>", "<p>I counted every shell of them.</p>"), "page.html")
    assert (BlockKind.QUOTE, "I counted every shell of them.") in _blocks(draft)


def test_a_short_page_keeps_its_words() -> None:
    draft = page("<html><body><h1>Truce signed</h1><p>Both sides signed.</p></body></html>", "page.html")
    assert _blocks(draft) == [(BlockKind.HEADLINE, "Truce signed"), (BlockKind.BODY, "Both sides signed.")]


def test_a_thread_in_unknown_markup_is_read_as_text() -> None:
    thread = "<div><h3>Comments</h3><p>Ana says:</p><p>It was four, not three.</p></div></article>"
    draft = page(PAGE.replace("</article>", thread), "page.html")
    assert [(block.kind, block.author) for block in draft.blocks[-1:]] == [(BlockKind.COMMENT, "Ana")]
    assert draft.text.endswith("It was four, not three.")


def test_an_empty_page_is_an_error_with_its_name() -> None:
    with pytest.raises(InputError, match=r"page\.html: is a page without an article's text"):
        page("<html><head><title>Loading</title></head><body><script>run()</script></body></html>", "page.html")


def test_the_body_in_metadata_serves_where_the_page_shows_none() -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": f"{FIRST}\n{SECOND}"})
    script = f'<script type="application/ld+json">{data}</script>'
    draft = page(f"<html><head>{script}</head><body><div id='app'></div></body></html>", "page.html")
    assert [text for _, text in _blocks(draft)] == [FIRST, SECOND]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_blocks_are_disjoint_ranges_in_order(paragraphs: list[str]) -> None:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    try:
        draft = page(f"<html><body><p>{FIRST}</p>{body}</body></html>", "page.html")
    except InputError:
        return
    ends = [0, *(block.span.end for block in draft.blocks)]
    assert all(end <= block.span.start < block.span.end for end, block in zip(ends, draft.blocks, strict=False))
    assert draft.blocks[-1].span.end == len(draft.text)


@pytest.mark.parametrize(
    "inside",
    [
        "<blockquote><p>Both sides signed it.</p><p>He left.</p></blockquote>",
        "<ul><li><p>Both sides signed it.</p></li></ul><p>He left.</p>",
        "<ul><li>Both sides signed it.<ul><li>He left.</li></ul></li></ul>",
    ],
)
def test_paragraphs_within_paragraphs_are_read_once(inside: str) -> None:
    assert page(f"<html><body><h1>Truce</h1>{inside}</body></html>", "x").text == (
        "Truce\n\nBoth sides signed it.\n\nHe left."
    )


def test_deep_nesting_is_read_in_moderate_time() -> None:
    deep = "<blockquote>" * 5000 + "<p>Both sides signed it.</p>"
    began = time.process_time()
    assert page(f"<html><body>{deep}</body></html>", "x").text == "Both sides signed it."
    assert time.process_time() - began < 20


def test_a_fault_of_a_parsing_library_is_a_failure_of_that_page_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> None:
        raise RuntimeError("lost\nits way")

    monkeypatch.setattr("claimtrail.ingest.html.page.parse", broken)
    with pytest.raises(InputError, match="cannot be taken apart as a page") as caught:
        page("<html><body><p>Shells fell.</p></body></html>", "a.html")
    assert caught.value.subject == "a.html"
