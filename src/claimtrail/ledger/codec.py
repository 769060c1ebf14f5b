"""Values to columns and back: every field of an article, claim and finding returns as it was."""

import json
import zlib
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from claimtrail.ledger.chain import Row, canonical
from claimtrail.model import Article, Claim, Finding, Snapshot

_ARTICLE = TypeAdapter(Article)
_CLAIM = TypeAdapter(Claim)
_APART = {"id", "source", "url", "site", "title", "text", "snapshot"}


def snapshot_row(snapshot: Snapshot) -> Row:
    """The columns of a snapshot; its bytes compressed."""
    return {
        "sha256": snapshot.sha256,
        "size": snapshot.size,
        "media_type": snapshot.media_type,
        "fetched": snapshot.fetched,
        "headers": canonical(snapshot.headers),
        "data": zlib.compress(snapshot.data, 6),
    }


def snapshot_of(row: Row) -> Snapshot:
    """The snapshot of a row, its bytes too."""
    return Snapshot(
        row["sha256"],
        row["size"],
        row["fetched"],
        row["media_type"],
        tuple((name, value) for name, value in json.loads(row["headers"])),
        zlib.decompress(row["data"]),
    )


def article_row(article: Article) -> Row:
    """The columns of an article, but for the number of its snapshot."""
    body = _ARTICLE.dump_python(article, mode="json", exclude=_APART)
    return {
        "id": article.id,
        "source": article.source,
        "url": article.url,
        "site": article.site,
        "title": article.title,
        "published": article.published.value if article.published else None,
        "text": article.text,
        "body": canonical(body),
    }


def article_of(row: Row, snapshot: Snapshot) -> Article:
    """The article of a row."""
    apart = {name: row[name] for name in _APART - {"snapshot"}}
    bare = {"sha256": "", "size": 0, "fetched": ""}
    article = _ARTICLE.validate_python(json.loads(row["body"]) | apart | {"snapshot": bare})
    return replace(article, snapshot=snapshot)


def claim_row(claim: Claim, text: str) -> Row:
    """The columns of a claim, but for the number of its article; `text` is the article's."""
    body = _CLAIM.dump_python(claim, mode="json", exclude={"id", "confidence"})
    return {
        "claim_id": claim.id,
        "event": claim.event.value,
        "status": claim.status.value,
        "voice": claim.voice.value,
        **_place(claim, text),
        "time_from": claim.time.start if claim.time else None,
        "time_to": claim.time.end if claim.time else None,
        "body": canonical(body),
    }


def confidence(claim: Claim) -> str:
    """The confidence of a claim's slots, as it stands in a derivation."""
    return canonical(dict(claim.confidence))


def claim_of(row: Row, confidence: str) -> Claim:
    """The claim of a row, with the confidence of one reading."""
    return _CLAIM.validate_python(
        json.loads(row["body"]) | {"id": row["claim_id"], "confidence": json.loads(confidence)}
    )


def finding_row(finding: Finding) -> Row:
    """The columns of a finding, but for the number of its reading."""
    return {"kind": finding.kind.value, "claims": canonical(finding.claims), "message": finding.message}


def finding_of(row: Row) -> Finding:
    """The finding of a row."""
    values: Any = row | {"claims": json.loads(row["claims"])}
    return TypeAdapter(Finding).validate_python({name: values[name] for name in ("kind", "claims", "message")})


def _place(claim: Claim, text: str) -> Row:
    place = claim.place
    found = place.resolved if place else None
    return {
        "place": found.name if found else place.span.of(text) if place else None,
        "country": found.country if found else None,
        "place_precision": str(place.precision) if place else None,
        "lat": found.lat if found else None,
        "lon": found.lon if found else None,
    }
