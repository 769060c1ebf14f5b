"""What pages say of themselves, and where it was found."""

import pytest

from claimtrail.ingest.html.dom import parse
from claimtrail.ingest.html.metadata import Metadata, metadata
from claimtrail.model import Precision


def _read(head: str, body: str = "", url: str | None = None) -> Metadata:
    return metadata(parse(f"<html><head>{head}</head><body>{body}</body></html>"), url)


def _linked(**values: str) -> str:
    pairs = ", ".join(f'"{name}": {value}' for name, value in values.items())
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {pairs}}}</script>'


@pytest.mark.parametrize(
    ("head", "body", "value", "precision", "found"),
    [
        (_linked(datePublished='"2016-05-03T10:20:00+02:00"'), "", "2016-05-03T10:20+02:00",
         Precision.MINUTE, "json-ld"),
        ('<meta property="article:published_time" content="2016-05-03T08:20:00Z">', "", "2016-05-03T08:20Z",
         Precision.MINUTE, "meta"),
        ('<meta name="pubdate" content="2016-05-03">', "", "2016-05-03", Precision.DAY, "meta"),
        ("", '<article><time datetime="2016-05-03T08:20Z">Tuesday</time></article>', "2016-05-03T08:20Z",
         Precision.MINUTE, "time"),
        ("", '<p class="entry-date">Published 3 May 2016</p>', "2016-05-03", Precision.DAY, "text"),
        (_linked(datePublished='"2016-05-03T00:00:00Z"'), "", "2016-05-03", Precision.DAY, "json-ld"),
        (_linked(datePublished='"2016-05-03"'), '<article><time datetime="2016-05-03T08:20Z"></time></article>',
         "2016-05-03T08:20Z", Precision.MINUTE, "time"),
    ],
)  # fmt: skip
def test_published(head: str, body: str, value: str, precision: Precision, found: str) -> None:
    published = _read(head, body).published
    assert published is not None
    assert (published.value, published.precision, published.found) == (value, precision, found)


def test_the_day_in_an_address_is_the_last_resort() -> None:
    published = _read("", url="https://a.example/2016/05/03/siege").published
    assert published is not None
    assert (published.value, published.found) == ("2016-05-03", "url")
    assert _read("").published is None


def test_the_time_of_another_story_is_not_the_pages() -> None:
    assert _read("", '<aside><time datetime="2016-05-03T08:20Z">Tuesday</time></aside>').published is None


def test_authors_from_data_meta_and_byline() -> None:
    people = '[{"@type": "Person", "name": "Ines Okoro"}, {"@type": "Person", "name": "Tom Hale"}]'
    assert _read(_linked(author=people)).authors == ("Ines Okoro", "Tom Hale")
    assert _read('<meta name="author" content="Ines Okoro and Tom Hale">').authors == ("Ines Okoro", "Tom Hale")
    assert _read("", '<p class="byline">By Ines Okoro, 3 May 2016</p>').authors == ("Ines Okoro",)


def test_title_is_the_heading_shown_without_the_sites_name() -> None:
    head = "<title>Bridge falls at Orsk | The Estuary Post</title>"
    assert _read(head, "<h1>The Estuary Post</h1><h1>Bridge falls at Orsk</h1>").title == "Bridge falls at Orsk"
    assert _read(head).title == "Bridge falls at Orsk"


def test_site_language_and_categories() -> None:
    tree = parse(
        '<html lang="en-GB"><head><meta property="og:site_name" content="The Estuary">'
        '<meta property="article:section" content="Siege"></head><body></body></html>'
    )
    found = metadata(tree, None)
    assert (found.site, found.language, found.categories) == ("The Estuary", "en", ("Siege",))
    assert _read("", url="https://www.estuary.example/a").site == "estuary.example"


def test_broken_data_is_passed_over() -> None:
    assert _read('<script type="application/ld+json">{"datePublished": </script><title>A b c</title>').title == "A b c"
