"""PLOVER: classes and actors of claims."""

import pytest

from benchmarks.plover import Tally, actor_spans, event_class
from claimtrail.model import Claim, Event, Party, Span, Status, Voice

TEXT = "The army attacked Tarn. Both sides signed a ceasefire."


def claim(event: Event, trigger: str, *actors: str) -> Claim:
    parties = tuple(Party(span(actor)) for actor in actors)
    return Claim("1", event, Status.ASSERTED, Voice.BODY, span(trigger), actors=parties)


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (claim(Event.ATTACK, "attacked", "army"), "FIGHT"),
        (claim(Event.ATTACK, "attacked", "sides"), "ASSAULT"),
        (claim(Event.AGREEMENT, "ceasefire"), "RETREAT"),
        (claim(Event.AGREEMENT, "signed"), "AGREE"),
        (claim(Event.DETENTION, "attacked"), "COERCE"),
    ],
)
def test_a_claim_has_the_class_of_its_event(made: Claim, expected: str) -> None:
    assert event_class(made, TEXT) == expected


def test_actors_are_found_by_their_longest_run_of_words() -> None:
    assert actor_spans(TEXT, [{"actorText": "The ... army"}, {"actorText": "navy"}]) == [span("army")]
    assert actor_spans(TEXT, {"actorText": "Tarn"}) == [span("Tarn")]
    assert actor_spans(TEXT, "military") == []


def test_a_phrase_is_right_where_it_overlaps() -> None:
    tally = Tally()
    tally.add([span("The army"), span("sides")], [span("army")])
    assert (tally.right, tally.exact) == (1, 0)
    assert tally.f1(tally.right) == pytest.approx(2 / 3)
