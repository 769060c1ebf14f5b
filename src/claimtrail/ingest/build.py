"""Drafts and the bytes they came from, put together into articles."""

import hashlib
import json
import re
from dataclasses import replace
from datetime import UTC, datetime

from claimtrail.errors import InputError, SettingsError
from claimtrail.ingest.dates import moment
from claimtrail.ingest.language import english, has_words
from claimtrail.ingest.values import Draft, Payload
from claimtrail.model import Article, Dated, Precision, Snapshot
from claimtrail.settings import IngestSettings


def now() -> str:
    """The present moment as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def article(payload: Payload, draft: Draft, settings: IngestSettings, id: str | None = None) -> Article:
    """The article of `draft`, with the snapshot of its bytes.

    Its id is `id` where given (JSONL), else the SHA-256 of the canonical JSON of source and text. A date that the
    page states outranks `settings.published`. Raises `InputError` where there is no text, too much, or no English.
    """
    if not has_words(draft.text):
        raise InputError(payload.source, "holds no text", "give a page with an article in it")
    if len(draft.text) > settings.max_chars:
        problem = f"has {len(draft.text):,} characters, over the limit of {settings.max_chars:,}"
        raise InputError(payload.source, problem, "split it")
    if not english(draft.text, draft.blocks):
        raise InputError(payload.source, "is not in English", "only English is read")
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
        published=draft.published or _assumed(settings),
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
    """A date that the caller states: a day with or without a time, or `YYYY-MM`, or `YYYY`; None for anything else."""
    when = moment(words) if words else None
    if when is not None:
        return Dated(when[0], when[1], found)
    if words and re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", words):
        return Dated(words, Precision.MONTH if "-" in words else Precision.YEAR, found)
    return None


def _assumed(settings: IngestSettings) -> Dated | None:
    dated = given(settings.published)
    if settings.published and dated is None:
        raise SettingsError("published", f"{settings.published!r} is no date", "write YYYY-MM-DD")
    return dated


def stated(draft: Draft, published: Dated | None, **known: str | None) -> Draft:
    """`draft` with what a record says of itself (title, url, site, published) put above what its page says."""
    said = {name: value for name, value in known.items() if value}
    return replace(draft, published=published or draft.published, **said)  # type: ignore[arg-type]
