"""RSS and Atom: each entry an article, from its content, else its summary."""

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from time import struct_time
from typing import Any

from claimtrail.errors import ArchiveError, Failure, InputError
from claimtrail.ingest.build import article, given, stated
from claimtrail.ingest.html.page import page as web_page
from claimtrail.ingest.text.page import page
from claimtrail.ingest.values import Draft, Payload
from claimtrail.model import Article, Dated, Precision
from claimtrail.settings import IngestSettings


def read_feed(payload: Payload, settings: IngestSettings) -> Iterator[Article | Failure]:
    """The entries of a feed, each with the whole feed as evidence; its source is the feed and the entry's own id.

    A feed that breaks off still gives its readable entries, and a `Failure` behind them.
    """
    import feedparser  # type: ignore[import-untyped]

    headers = {"content-type": payload.media_type} if payload.media_type else {}
    feed = feedparser.parse(payload.data, response_headers=headers, resolve_relative_uris=False)
    for number, entry in enumerate(feed.entries, 1):
        subject = f"{payload.source}#{entry.get('id') or entry.get('link') or number}"
        try:
            yield _article(entry, feed.feed, replace(payload, source=subject), settings)
        except InputError as error:
            yield Failure(error)
    if not feed.entries or _broken(feed):
        problem = f"is a feed that breaks off after {len(feed.entries)} entries" if _broken(feed) else "has no entries"
        yield Failure(ArchiveError(payload.source, problem, "fetch it again"))


def _broken(feed: Any) -> bool:
    """Whether the XML itself is broken; feedparser's other complaints (a wrong media type) are no loss."""
    from xml.sax import SAXParseException

    return bool(feed.bozo) and isinstance(feed.get("bozo_exception"), SAXParseException)


def _article(entry: Any, feed: Any, payload: Payload, settings: IngestSettings) -> Article:
    content = next((part for part in entry.get("content", []) if part.get("value")), None)
    content = content or entry.get("summary_detail") or {}
    value = content.get("value") or ""
    if not value.strip():
        raise InputError(payload.source, "is an entry without content or summary", "give the page it links to")
    title = entry.get("title") or None
    language = content.get("language") or feed.get("language")
    draft = stated(
        _draft(value, content.get("type"), title, payload.source), _published(entry),
        title=title, url=entry.get("link"), site=feed.get("title"), language=language,
    )  # fmt: skip
    authors = tuple(author["name"] for author in entry.get("authors", []) if author.get("name")) or draft.authors
    categories = tuple(tag["term"] for tag in entry.get("tags", []) if tag.get("term"))
    return article(payload, replace(draft, authors=authors, categories=categories), settings)


def _draft(value: str, media_type: str | None, title: str | None, source: str) -> Draft:
    if media_type == "text/plain" and "</" not in value:
        return page(f"{title}\n\n{value}" if title else value, title)
    head = f"<title>{escape(title)}</title><h1>{escape(title)}</h1>" if title else ""
    return web_page(f"<!doctype html>{head}<article>{value}</article>", source)


def _published(entry: Any) -> Dated | None:
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    if isinstance(when, struct_time):
        moment = datetime.fromtimestamp(calendar.timegm(when), UTC)
        return Dated(moment.isoformat(timespec="minutes").replace("+00:00", "Z"), Precision.MINUTE, "feed")
    return given(entry.get("published"), "feed")
