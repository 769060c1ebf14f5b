"""RSS and Atom feeds."""

from claimtrail.errors import Failure
from claimtrail.ingest.feed import read_feed
from claimtrail.ingest.values import Payload
from claimtrail.model import Article, BlockKind
from claimtrail.settings import IngestSettings

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Estuary</title>
<language>en</language>
<item><title>Shells &amp; smoke over Azov</title><link>https://e.example/1</link><guid>g1</guid>
<pubDate>Tue, 03 May 2016 08:20:00 GMT</pubDate><category>Siege</category>
<description>Short.</description>
<content:encoded><![CDATA[<p>Four dockers died on Monday.</p><p>The pilot boat sank.</p>]]></content:encoded></item>
<item><title>Nothing inside</title><guid>g2</guid></item>
<item><title>Only a summary</title><guid>g3</guid>
<description>The port is shut, the harbour master said.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Estuary</title>
<entry><title>Port shut</title><id>urn:1</id><link href="https://e.example/2"/><updated>2016-05-04T09:00:00Z</updated>
<author><name>Ines Okoro</name></author><content type="text">The port is shut.</content></entry></feed>"""


def _read(text: str) -> list[Article | Failure]:
    return list(read_feed(Payload("feed.xml", text.encode(), "2026-01-02T03:04:05Z"), IngestSettings()))


def test_each_entry_is_an_article_and_an_empty_one_a_failure() -> None:
    full, empty, short = _read(RSS)
    assert isinstance(full, Article)
    assert (full.title, full.url, full.site, full.language) == (
        "Shells & smoke over Azov", "https://e.example/1", "The Estuary", "en",
    )  # fmt: skip
    assert [(block.kind, block.span.of(full.text)) for block in full.blocks] == [
        (BlockKind.HEADLINE, "Shells & smoke over Azov"),
        (BlockKind.BODY, "Four dockers died on Monday."),
        (BlockKind.BODY, "The pilot boat sank."),
    ]
    assert full.published is not None
    assert (full.published.value, full.published.found) == ("2016-05-03T08:20Z", "feed")
    assert full.categories == ("Siege",)
    assert full.snapshot.data == RSS.encode()
    assert isinstance(empty, Failure)
    assert empty.source == "feed.xml#g2"
    assert isinstance(short, Article)
    assert short.text.endswith("The port is shut, the harbour master said.")


def test_atom_with_plain_text() -> None:
    [article] = _read(ATOM)
    assert isinstance(article, Article)
    assert (article.authors, article.source) == (("Ines Okoro",), "feed.xml#urn:1")
    assert article.blocks[-1].span.of(article.text) == "The port is shut."


def test_a_feed_that_breaks_off_gives_its_whole_entries_and_says_so() -> None:
    found = _read(RSS[: RSS.index("<item><title>Only")] + "<item><title>Cut")
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], Failure)
    assert "breaks off" in found[-1].problem


def test_a_feed_without_entries_is_a_failure() -> None:
    [failure] = _read("<rss version='2.0'><channel><title>x</title></channel></rss>")
    assert isinstance(failure, Failure)
    assert "has no entries" in failure.problem
