"""The day of publication by what a text says of itself."""

import pytest

from claimtrail.claims.time_published import dateline, publication_evidence
from claimtrail.model.time import Dated, Precision


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "2014-03-S-002\nFor Immediate Release\n\nVALMERA, Ostland (March 4, 2014)\nA patrol found a cache.",
            "2014-03-04",
        ),
        ("2014-03-CA-017 For Immediate Release VALMERA, Ostland (March 4) - A patrol found a cache.", "2014-03-04"),
        ("2013-12-S-090\nVALMERA, Ostland (Jan. 1) - A patrol found a cache.", "2014-01-01"),
        ("VALMERA, 4 March 2014 (Wire) - A patrol found a cache.", "2014-03-04"),
        ("VALMERA, Ostland (Ost-Press) 4 March 2014 - A patrol found a cache.", "2014-03-04"),
        ("VALMERA, 4 MAR 88 (OSTPRESS) -- [TEXT] A PATROL FOUND A CACHE.", "1988-03-04"),
        ("VALMERA (OSTLAND), 4 MAR 04 -- A PATROL FOUND A CACHE.", "2004-03-04"),
    ],
)
def test_a_dateline_states_the_day(text: str, value: str) -> None:
    assert dateline(text) == Dated(value, Precision.DAY, "dateline")


def test_a_dateline_without_any_year_states_nothing() -> None:
    assert dateline("VALMERA, Ostland (March 4) - A patrol found a cache on 3 May 2012.") is None


def test_the_next_best_evidence_is_taken_in_turn() -> None:
    assert publication_evidence("A patrol.", "Daily report, 4 March 2014") == Dated(
        "2014-03-04", Precision.DAY, "title"
    )
    assert publication_evidence("Situation report: 4 March 2014\nA patrol.", None) == Dated(
        "2014-03-04", Precision.DAY, "heading"
    )
    assert publication_evidence("2014-03-CA-017\nA patrol.", None) == Dated(
        "2014-03", Precision.MONTH, "release number"
    )
    assert publication_evidence("A patrol found a cache on 3 May 2012.", "Cache found") is None


def test_a_date_that_does_not_exist_tells_nothing() -> None:
    assert dateline("VALMERA, Ostland (Feb. 31, 2014) - A patrol found a cache.") is None
