"""Findings about when and where."""

from dataclasses import replace

from claimtrail.model import Anchor, Precision, Status, TimeRange
from tests.builders import claim, span
from tests.claims.findings.pages import candidate, findings, kinds, place

TEXT = "A raid on Ardo began on Monday, the army said."
MONDAY = TimeRange(span(TEXT, "Monday"), "2020-03-02", "2020-03-02", Precision.DAY, Anchor.EXPLICIT)


def test_an_event_after_publication_is_told_unless_it_is_planned() -> None:
    made = claim(TEXT, "raid", time=MONDAY)
    assert kinds(TEXT, made, published="2020-03-01") == ["event_after_publication"]
    assert kinds(TEXT, made, published="2020-03-02") == []
    assert kinds(TEXT, replace(made, status=Status.PLANNED), published="2020-03-01") == []
    assert kinds(TEXT, made) == []


def test_a_date_counted_from_another_in_the_text_is_too_unsure_to_be_after_publication() -> None:
    later = replace(MONDAY, anchor=Anchor.NARRATIVE)
    assert kinds(TEXT, claim(TEXT, "raid", time=later), published="2020-03-01") == []


def test_a_place_that_may_as_well_be_another_far_away_is_told_once() -> None:
    far = candidate("Ardo", 40.0, 60.0, 0.6, "UZ")
    made = replace(claim(TEXT, "raid"), place=place(TEXT, "Ardo", 10.0, 20.0, far))
    (found,) = findings(TEXT, made, replace(made, id="c2"))
    assert (found.kind, found.claims) == ("place_ambiguous", ("c1", "c2"))
    assert found.message == "'Ardo' is taken for Ardo, TD (10.00, 20.00); it may be Ardo, UZ (40.00, 60.00)."


def test_a_place_with_an_unlikely_or_a_near_rival_is_not_ambiguous() -> None:
    made = claim(TEXT, "raid")
    for rival in (candidate("Ardo", 40.0, 60.0, 0.2, "UZ"), candidate("Ardo", 10.1, 20.1, 0.8)):
        assert kinds(TEXT, replace(made, place=place(TEXT, "Ardo", 10.0, 20.0, rival))) == []
    assert kinds(TEXT, replace(made, place=replace(place(TEXT, "Ardo"), resolved=None))) == []
