"""The JSON contract and the flat rows."""

import json
from dataclasses import replace
from typing import Any

from claimtrail.export import COLUMNS, record, rows
from claimtrail.model import (
    Anchor,
    Candidate,
    Finding,
    FindingKind,
    Hedge,
    Outcome,
    Place,
    PlacePrecision,
    Precision,
    Relation,
    Result,
    Scope,
    Speaker,
    SpeakerKind,
    TimeRange,
)
from tests.builders import article, claim, loss, span

TEXT = "Shells killed some 12 villagers and two dogs near Ardak on Friday, a medic told the Morning Post."


def result() -> Result:
    dead = loss(TEXT, "villagers", "some 12", 12, 12)
    dead = replace(dead, count=replace(dead.count, hedge=Hedge.ABOUT))
    made = claim(TEXT, "Shells", dead, loss(TEXT, "dogs", "two", 2, 2))
    ardak = Candidate(7, "Ardak", 41.5, 44.25, "GE", ("Kakheti",), "P.PPL")
    place = Place(span(TEXT, "Ardak"), Relation.NEAR, ardak, PlacePrecision.NEAR_TOWN, others=(replace(ardak, id=8),))
    time = TimeRange(span(TEXT, "Friday"), "2008-08-08", "2008-08-08", Precision.DAY, Anchor.PUBLISHED)
    chain = (Speaker(span(TEXT, "Morning Post")), Speaker(span(TEXT, "medic"), kind=SpeakerKind.WITNESS))
    made = replace(made, place=place, time=time, attribution=chain, confidence={"claim": 0.91234})
    return Result(
        article(TEXT, "2008-08-09"), (made,), (Finding(FindingKind.FIGURE_WITHOUT_SPEAKER, ("c1",), "None."),)
    )


def mentions(value: Any) -> list[dict[str, Any]]:
    """Every object in a record that has a text and a range."""
    if isinstance(value, list):
        return [found for item in value for found in mentions(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"text", "start", "end"} <= value.keys() and value["start"] is not None else []
    return own + [found for item in value.values() for found in mentions(item)]


def test_a_record_is_json_and_every_range_gives_its_text() -> None:
    line = json.loads(json.dumps(record(result())))
    found = mentions(line["claims"])
    assert len(found) == 9
    assert all(TEXT[m["start"] : m["end"]] == m["text"] for m in found)


def test_the_slots_of_a_claim_stand_where_the_contract_says() -> None:
    (made,) = record(result())["claims"]
    assert (made["event"], made["status"], made["voice"]) == ("attack", "asserted", "body")
    count = made["losses"][0]["count"]
    assert count == {"low": 12, "high": 12, "hedge": "about", "text": "some 12", "start": 14, "end": 21}
    assert (made["place"]["geonameid"], made["place"]["relation"], made["place"]["country"]) == (7, "near", "GE")
    assert (made["time"]["from"], made["time"]["to"], made["time"]["precision"]) == ("2008-08-08", "2008-08-08", "day")
    assert [speaker["kind"] for speaker in made["attribution"]] == [None, "witness"]
    assert made["confidence"] == {"claim": 0.912}


def test_what_is_not_known_is_null() -> None:
    bare = Result(article(TEXT), (claim(TEXT, "Shells", loss(TEXT, "villagers", None, None, None)),), ())
    line = record(bare)
    assert line["article"]["published"] is None
    (made,) = line["claims"]
    assert (made["place"], made["time"], made["attribution"]) == (None, None, [])
    assert made["losses"][0]["count"] == {
        "low": None,
        "high": None,
        "hedge": None,
        "text": "",
        "start": None,
        "end": None,
    }


def test_rows_hold_every_column_and_one_loss_each() -> None:
    table = list(rows(result()))
    assert [tuple(row) for row in table] == [COLUMNS, COLUMNS]
    assert [(row["who"], row["low"], row["outcome"]) for row in table] == [
        ("villagers", "12", Outcome.KILLED.value),
        ("dogs", "2", Outcome.KILLED.value),
    ]
    assert (table[0]["said_by"], table[0]["origin"]) == ("Morning Post", "medic")


def test_a_claim_without_losses_is_one_row() -> None:
    (row,) = rows(Result(article(TEXT), (claim(TEXT, "Shells"),), ()))
    assert (row["trigger"], row["who"], row["place"]) == ("Shells", "", "")


def test_a_part_of_a_total_points_to_it_in_both_formats() -> None:
    whole, part = loss(TEXT, "villagers", "some 12", 12, 12), loss(TEXT, "dogs", "two", 2, 2)
    made = replace(claim(TEXT, "Shells", whole, replace(part, part_of=0)), scope=Scope.DAY, confidence={"claim": 0.5})
    found = Result(article(TEXT), (made,), ())
    (row,) = record(found)["claims"]
    assert ([x["part_of"] for x in row["losses"]], row["scope"]) == ([None, 0], "day")
    assert [(x["loss"], x["part_of"], x["scope"]) for x in rows(found)] == [("0", "", "day"), ("1", "0", "day")]
    assert [x["confidence"] for x in rows(found)] == ["0.500", "0.500"]
