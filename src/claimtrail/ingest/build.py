"""Drafts and the bytes they came from, put together into articles."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime

from claimtrail.errors import InputError
from claimtrail.ingest.dates import moment
from claimtrail.ingest.values import Draft, Payload
from claimtrail.model import Article, Dated, Snapshot
from claimtrail.settings import IngestSettings


def now() -> str:
    """The present moment as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def article(payload: Payload, draft: Draft, settings: IngestSettings, id: str | None = None) -> Article:
    """The article of `draft`, with the snapshot of its bytes.

    Its id is `id` where given (JSONL), else the SHA-256 of the canonical JSON of source and text. A date that the
    page states outranks `settings.published`. Raises `InputError` where there is no text, or too much.
    """
    if not draft.text.strip():
        raise InputError(payload.source, "holds no text", "give a page with an article in it")
    if len(draft.text) > settings.max_chars:
        problem = f"has {len(draft.text):,} characters, over the limit of {settings.max_chars:,}"
        raise InputError(payload.source, problem, "split it, or raise the limit")
    return Article(
        id=id if id is not None else article_id(payload.source, draft.text),
        source=payload.source,
        text=draft.text,
        blocks=draft.blocks,
        snapshot=snapshot(payload),
        url=draft.url or payload.url,
        site=draft.site,
        title=draft.title,
        authors=draft.authors,
        published=draft.published or given(settings.published),
        language=draft.language,
        categories=draft.categories,
    )


def article_id(source: str, text: str) -> str:
    """The SHA-256, in hexadecimal, of the canonical JSON of an article's source and text."""
    canonical = json.dumps({"source": source, "text": text}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def snapshot(payload: Payload) -> Snapshot:
    """The evidence of a payload: its bytes as they came, and their SHA-256."""
    data = payload.data if payload.evidence is None else payload.evidence
    return Snapshot(
        hashlib.sha256(data).hexdigest(), len(data), payload.fetched, payload.media_type, payload.headers, data
    )


def given(words: str | None, found: str = "given") -> Dated | None:
    """A date that the caller states (`YYYY-MM-DD`, with or without a time), or None."""
    when = moment(words) if words else None
    return Dated(when[0], when[1], found) if when else None


def stated(draft: Draft, published: Dated | None, **known: str | None) -> Draft:
    """`draft` with what a record says of itself (title, url, site, published) put above what its page says."""
    said = {name: value for name, value in known.items() if value}
    return replace(draft, published=published or draft.published, **said)  # type: ignore[arg-type]
