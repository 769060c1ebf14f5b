"""Identities of claims: hashes of canonical JSON, never of joined strings."""

import hashlib
import json
from collections.abc import Iterable

from claimtrail.model import Claim, Span

DIGITS = 32


def digest(value: object) -> str:
    """128 bits, in hexadecimal, of the SHA-256 of a value's canonical JSON (sorted keys, no spaces, UTF-8)."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def claim_id(article_id: str, claim: Claim) -> str:
    """The identity of a claim: its article, the ranges of its slots, its chain of speakers, and what is asserted.

    Confidence is left out, so that a model that is surer of the same claim does not make a new one.
    """
    return digest(
        {
            "article": article_id,
            "event": claim.event.value,
            "status": claim.status.value,
            "voice": claim.voice.value,
            "trigger": _range(claim.trigger),
            "actors": _ranges(party.span for party in claim.actors),
            "targets": _ranges(party.span for party in claim.targets),
            "losses": [[_range(x.who), x.outcome.value, x.count.low, x.count.high] for x in claim.losses],
            "place": _range(claim.place.span) if claim.place else None,
            "time": [_range(claim.time.span), claim.time.start, claim.time.end] if claim.time else None,
            "chain": _ranges(speaker.span for speaker in claim.attribution),
        }
    )


def _range(span: Span) -> list[int]:
    return [span.start, span.end]


def _ranges(spans: Iterable[Span]) -> list[list[int]]:
    return [_range(span) for span in spans]
