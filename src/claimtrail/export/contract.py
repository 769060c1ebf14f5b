"""The JSON contract: one object an article, as `docs/json-contract.md` describes it."""

from typing import Any

from claimtrail.model import (
    Article,
    Block,
    Candidate,
    Claim,
    Count,
    Finding,
    Loss,
    Party,
    Place,
    Result,
    Span,
    Speaker,
    TimeRange,
)

Json = dict[str, Any]


def record(result: Result) -> Json:
    """The article, its claims and findings as JSON values; every range is half-open into `article.text`."""
    text = result.article.text
    return {
        "article": _article(result.article),
        "claims": [_claim(claim, text) for claim in result.claims],
        "findings": [_finding(finding) for finding in result.findings],
    }


def _mention(span: Span, text: str) -> Json:
    return {"text": span.of(text), "start": span.start, "end": span.end}


def _article(article: Article) -> Json:
    published = article.published
    return {
        "id": article.id,
        "source": article.source,
        "url": article.url,
        "site": article.site,
        "title": article.title,
        "authors": list(article.authors),
        "published": published.value if published else None,
        "published_precision": published.precision.value if published else None,
        "published_found": published.found if published else None,
        "language": article.language,
        "categories": list(article.categories),
        "sha256": article.snapshot.sha256,
        "blocks": [_block(block) for block in article.blocks],
        "text": article.text,
    }


def _block(block: Block) -> Json:
    fields: Json = {"kind": block.kind.value, "start": block.span.start, "end": block.span.end}
    about = {"author": block.author, "time": block.time, "reply_to": block.reply_to}
    return fields | {key: value for key, value in about.items() if value is not None}


def _claim(claim: Claim, text: str) -> Json:
    return {
        "id": claim.id,
        "event": claim.event.value,
        "status": claim.status.value,
        "voice": claim.voice.value,
        "trigger": _mention(claim.trigger, text),
        "actors": [_party(party, text) for party in claim.actors],
        "targets": [_party(party, text) for party in claim.targets],
        "means": [_mention(means.span, text) | {"kind": list(means.kind)} for means in claim.means],
        "losses": [_loss(loss, text) for loss in claim.losses],
        "place": _place(claim.place, text) if claim.place else None,
        "time": _time(claim.time, text) if claim.time else None,
        "attribution": [_speaker(speaker, text) for speaker in claim.attribution],
        "scope": claim.scope.value if claim.scope else None,
        "confidence": {slot: round(value, 3) for slot, value in claim.confidence.items()},
    }


def _party(party: Party, text: str) -> Json:
    return _mention(party.span, text) | {"name": party.name, "id": party.id, "party": party.party}


def _loss(loss: Loss, text: str) -> Json:
    return {
        "who": _mention(loss.who, text),
        "category": loss.category.value,
        "outcome": loss.outcome.value,
        "kind": list(loss.kind),
        "count": _count(loss.count, text),
        "part_of": loss.part_of,
    }


def _count(count: Count, text: str) -> Json:
    words = _mention(count.span, text) if count.span else {"text": "", "start": None, "end": None}
    hedge = count.hedge.value if count.hedge else None
    return {"low": count.low, "high": count.high, "hedge": hedge} | words


def _place(place: Place, text: str) -> Json:
    fields = _mention(place.span, text) | {"relation": place.relation.value, "precision": place.precision.value}
    fields |= {"distance_km": place.distance_km, "bearing": place.bearing, "doubtful": place.doubtful}
    return fields | _candidate(place.resolved) | {"others": [_candidate(other) for other in place.others]}


def _candidate(candidate: Candidate | None) -> Json:
    if candidate is None:
        return dict.fromkeys(("name", "geonameid", "lat", "lon", "country", "admin", "feature", "score"))
    return {
        "name": candidate.name,
        "geonameid": geonameid(candidate),
        "lat": candidate.lat,
        "lon": candidate.lon,
        "country": candidate.country,
        "admin": list(candidate.admin),
        "feature": candidate.feature,
        "score": candidate.score,
    }


def geonameid(candidate: Candidate) -> int | None:
    """The GeoNames id of a place; None for one that only Claimtrail's own tables know (their ids are negative)."""
    return candidate.id if candidate.id is not None and candidate.id > 0 else None


def _time(time: TimeRange, text: str) -> Json:
    precision = time.precision.value if time.precision else None
    bounds = {"from": time.start, "to": time.end, "precision": precision, "anchor": time.anchor.value}
    return _mention(time.span, text) | bounds


def _speaker(speaker: Speaker, text: str) -> Json:
    kind = speaker.kind.value if speaker.kind else None
    cue = _mention(speaker.cue, text) if speaker.cue else None
    about = {"name": speaker.name, "party": speaker.party, "kind": kind, "direct": speaker.direct, "cue": cue}
    return _mention(speaker.span, text) | about


def _finding(finding: Finding) -> Json:
    return {"kind": finding.kind.value, "claims": list(finding.claims), "message": finding.message}
