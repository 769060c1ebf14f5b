"""Claims as flat rows, one a loss (or one a claim without losses), for spreadsheets.

`loss` numbers the losses of a claim from nought, and `part_of` gives the number of the total that counts a loss too:
only the rows where it is empty may be added up.
"""

from collections.abc import Iterator

from claimtrail.export.contract import geonameid
from claimtrail.model import Claim, Loss, Party, Result, Speaker

COLUMNS = tuple(
    (
        "article source published claim voice event status trigger actors targets loss part_of who category "
        "outcome low high hedge count scope place relation place_name geonameid lat lon country "
        "place_precision time from to time_precision said_by origin chain confidence "
    ).split()
)

Row = dict[str, str]


def rows(result: Result) -> Iterator[Row]:
    """One row a loss, every column of `COLUMNS` present; what is not known is an empty string."""
    for claim in result.claims:
        base = dict.fromkeys(COLUMNS, "") | _about(result) | _claim(claim, result.article.text)
        if not claim.losses:
            yield base
        for number, loss in enumerate(claim.losses):
            yield base | {"loss": str(number)} | _loss(loss, result.article.text)


def _about(result: Result) -> Row:
    article = result.article
    return {
        "article": article.id,
        "source": article.source,
        "published": article.published.value if article.published else "",
    }


def _claim(claim: Claim, text: str) -> Row:
    return {
        "claim": claim.id,
        "voice": claim.voice.value,
        "event": claim.event.value,
        "status": claim.status.value,
        "trigger": claim.trigger.of(text),
        "scope": claim.scope.value if claim.scope else "",
        "confidence": f"{claim.confidence['claim']:.3f}" if "claim" in claim.confidence else "",
        "actors": _names(claim.actors, text),
        "targets": _names(claim.targets, text),
        **_place(claim, text),
        **_time(claim, text),
        **_chain(claim.attribution, text),
    }


def _names(parties: tuple[Party, ...], text: str) -> str:
    return "; ".join(party.name or party.span.of(text) for party in parties)


def _place(claim: Claim, text: str) -> Row:
    place = claim.place
    if place is None:
        return {}
    found = place.resolved
    return {
        "place": place.span.of(text),
        "relation": place.relation.value,
        "place_name": found.name if found else "",
        "geonameid": _cell(geonameid(found) if found else None),
        "lat": _cell(found.lat if found else None),
        "lon": _cell(found.lon if found else None),
        "country": _cell(found.country if found else None),
        "place_precision": place.precision.value,
    }


def _time(claim: Claim, text: str) -> Row:
    time = claim.time
    if time is None:
        return {}
    return {
        "time": time.span.of(text),
        "from": time.start or "",
        "to": time.end or "",
        "time_precision": time.precision.value if time.precision else "",
    }


def _chain(chain: tuple[Speaker, ...], text: str) -> Row:
    names = [speaker.name or speaker.span.of(text) for speaker in chain]
    return {"said_by": names[0] if names else "", "origin": names[-1] if names else "", "chain": " → ".join(names)}


def _loss(loss: Loss, text: str) -> Row:
    count = loss.count
    return {
        "part_of": _cell(loss.part_of),
        "who": loss.who.of(text),
        "category": loss.category.value,
        "outcome": loss.outcome.value,
        "low": _cell(count.low),
        "high": _cell(count.high),
        "hedge": count.hedge.value if count.hedge else "",
        "count": count.span.of(text) if count.span else "",
    }


def _cell(value: object) -> str:
    return "" if value is None else str(value)
