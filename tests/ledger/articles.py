"""Articles with claims, as reading would give them."""

from dataclasses import replace

from claimtrail.ledger import Run
from claimtrail.model import (
    Anchor,
    Candidate,
    Category,
    Claim,
    Count,
    Event,
    Finding,
    FindingKind,
    Hedge,
    Loss,
    Outcome,
    Party,
    Place,
    PlacePrecision,
    Precision,
    Relation,
    Result,
    Speaker,
    SpeakerKind,
    Status,
    TimeRange,
    Voice,
)
from tests.builders import article, span

RUN = Run("1.0", (("claims.onnx", "aa"),), (("min_confidence", "0.0"),))
LATER = Run("1.1", (("claims.onnx", "bb"),), (("min_confidence", "0.0"),))
TEXT = (
    "Shells hit the market of Oradell on 4 May 2021. Some 12 traders were killed, the mayor's office said. "
    "Ünal's café № {number} burned."
)


def result(number: int = 1, *, confidence: float = 0.8) -> Result:
    """The article of a number, with one claim of a shelling that killed some 12."""
    text = TEXT.format(number=number)
    made = replace(
        article(text, "2021-05-05", "Shells hit the market"),
        id=f"a{number}",
        source=f"page-{number}.html",
        url=f"https://news.example/{number}",
        authors=("R. Quist",),
    )
    return Result(made, (claim(text, number, confidence),), (finding(number),))


def claim(text: str, number: int, confidence: float) -> Claim:
    spot = Candidate(4000 + number, "Oradell", 40.5 + number / 1000, -74.25, "US", ("New Jersey",), "PPL", 8000, 0.7)
    return Claim(
        f"c{number}",
        Event.SHELLING,
        Status.ASSERTED,
        Voice.BODY,
        span(text, "hit"),
        actors=(Party(span(text, "Shells"), "Shells", None),),
        losses=(
            Loss(
                span(text, "traders"),
                Category.CIVILIAN,
                Outcome.KILLED,
                Count(12, 12, span(text, "Some 12"), Hedge.ABOUT),
            ),
        ),
        place=Place(
            span(text, "Oradell"), Relation.IN, spot, PlacePrecision.EXACT, others=(replace(spot, id=1, lat=1.5),)
        ),
        time=TimeRange(span(text, "4 May 2021"), "2021-05-04", "2021-05-04", Precision.DAY, Anchor.EXPLICIT),
        attribution=(Speaker(span(text, "the mayor's office"), None, SpeakerKind.OFFICIAL, span(text, "said"), False),),
        confidence={"claim": confidence, "place": 0.5},
    )


def finding(number: int) -> Finding:
    return Finding(FindingKind.HEADLINE_UNSUPPORTED, (f"c{number}",), f"The headline of {number} says nothing of it.")
