"""The coding of ISAF releases, on claims and releases written for these tests."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from benchmarks.isaf import same
from benchmarks.isaf_codes import code
from benchmarks.isaf_counts import figures
from benchmarks.isaf_dates import coded, published
from claimtrail.model import (
    Anchor,
    Candidate,
    Category,
    Claim,
    Count,
    Event,
    Hedge,
    Loss,
    Outcome,
    Place,
    PlacePrecision,
    Precision,
    Relation,
    Result,
    Span,
    Status,
    TimeRange,
    Voice,
)
from tests.builders import article, claim, span


def result(text: str, *claims: Claim, day: str | None = "2012-05-20") -> Result:
    """A release whose sentences are its lines."""
    sentences, start = [], 0
    for line in text.split("\n"):
        sentences.append(Span(start, start + len(line)))
        start += len(line) + 1
    return Result(article(text, day), claims, (), tuple(sentences))


def held(text: str, who: str, words: str | None, low: int | None, nth: int = 1, hedge: Hedge | None = None) -> Loss:
    """Fighters taken, at the nth standing of these words."""
    count = Count(low, None if hedge else low, span(text, words) if words else None, hedge)
    return Loss(span(text, who, nth), Category.COMBATANT, Outcome.CAPTURED, count)


def detained(text: str, trigger: str, *losses: Loss, voice: Voice = Voice.BODY) -> Claim:
    return claim(text, trigger, *losses, event=Event.DETENTION, voice=voice)


def captured(text: str, *claims: Claim) -> tuple[int, int]:
    return figures(result(text, *claims), Outcome.CAPTURED)


def test_men_of_rank_and_others_add_up_over_sentences_but_no_sentence_is_counted_twice() -> None:
    text = "Troops arrested a rebel leader.\nThey also held two suspects.\nThe suspects, two men, were held."
    first = detained(text, "arrested", held(text, "rebel leader", "a", 1))
    second = detained(text, "held", held(text, "suspects", "two", 2))
    third = detained(text, "were held", held(text, "men", "two", 2))
    assert captured(text, first, second, third) == (3, 1)


def test_who_is_included_is_not_added_and_a_facilitator_is_no_leader() -> None:
    text = "Troops held four suspects including a bomb facilitator."
    losses = held(text, "suspects", "four", 4), held(text, "bomb facilitator", "a", 1)
    assert captured(text, detained(text, "held", *losses)) == (4, 0)


@pytest.mark.parametrize(
    ("words", "low", "hedge", "number"),
    [
        ("several", 2, Hedge.VAGUE, 3),
        ("a handful of", 2, Hedge.VAGUE, 4),
        ("a large number of", 2, Hedge.VAGUE, 5),
        ("more than 10", 10, Hedge.AT_LEAST, 11),
        ("at least 10", 10, Hedge.AT_LEAST, 10),
        ("dozens of", 24, Hedge.VAGUE, 24),
    ],
)
def test_words_count_the_smallest_figure_that_the_data_give_them(
    words: str, low: int, hedge: Hedge, number: int
) -> None:
    text = f"Troops held {words} gunmen."
    assert captured(text, detained(text, "held", held(text, "gunmen", words, low, hedge=hedge))) == (number, 0)


def test_a_headline_counts_only_where_the_story_tells_none() -> None:
    text = "Six gunmen held\nTroops held two gunmen."
    headline = detained(text, "held", held(text, "gunmen", "Six", 6), voice=Voice.HEADLINE)
    story = detained(text, "Troops held", held(text, "gunmen", "two", 2, nth=2))
    assert captured(text, headline, story) == (2, 0)
    assert captured(text, headline) == (6, 0)


@pytest.mark.parametrize("sums", ["in two separate operations", "since January", "in Logar and Khost provinces"])
def test_the_sum_of_several_operations_or_months_is_left_out(sums: str) -> None:
    text = f"Troops have held nine gunmen {sums}.\nIn Khost they held two suspects."
    first = detained(text, "have held", held(text, "gunmen", "nine", 9))
    assert captured(text, first, detained(text, "they held", held(text, "suspects", "two", 2))) == (2, 0)


def test_civilians_and_soldiers_are_spared_but_civilians_alone_are_a_civilian_casualty() -> None:
    text = "Shells killed three villagers and a soldier in Logar province."
    dead = Loss(span(text, "villagers"), Category.CIVILIAN, Outcome.KILLED, Count(3, 3, span(text, "three")))
    soldier = Loss(span(text, "soldier"), Category.COMBATANT, Outcome.KILLED, Count(1, 1, span(text, "a")))
    row = code(result(text, claim(text, "killed", dead, soldier, event=Event.ARMED_CLASH)), ())
    assert (row["min_killed"], row["killq"], row["event_type"]) == (3, True, ["civiliancasualty"])


def test_what_is_denied_or_long_ago_is_not_counted() -> None:
    text = "Gunmen were held on 3 March."
    time = TimeRange(span(text, "3 March"), "2012-03-03", "2012-03-03", Precision.DAY, Anchor.EXPLICIT)
    told = detained(text, "held", held(text, "Gunmen", None, 2))
    assert captured(text, told) == (2, 0)
    assert captured(text, replace(told, time=time)) == (0, 0)
    assert captured(text, replace(told, status=Status.DENIED)) == (0, 0)


@pytest.mark.parametrize(
    ("sentences", "groups"),
    [
        (["Troops sought a Taliban leader."], ["taliban"]),
        (["Troops sought an al-Qaeda associated Taliban leader."], ["aq", "taliban"]),
        (["Troops sought Taliban and Haqqani leaders.", "In Khost they sought a Haqqani courier."], ["haqqani"]),
        (["Villagers spoke of Taliban law."], [""]),
        (["Troops sought gunmen on the high road."], [""]),
    ],
)
def test_the_group_is_the_first_that_is_named_alone(sentences: Sequence[str], groups: list[str]) -> None:
    assert code(result("\n".join(sentences)), ())["target_group"] == groups


def test_kidnappers_of_no_group_are_criminals() -> None:
    text = "Troops held a kidnapper."
    assert code(result(text, detained(text, "held", held(text, "kidnapper", "a", 1))), ())["target_group"] == [
        "criminals"
    ]


def place(text: str, words: str, division: str | None) -> Place:
    admin = (division,) if division else ()
    return Place(span(text, words), Relation.IN, Candidate(1, words, 34.0, 69.0, "AF", admin), PlacePrecision.EXACT)


@pytest.mark.parametrize(
    ("text", "words", "division", "expected"),
    [
        ("Held in Ostar district, Paktiya province, today.", "Ostar", "Logar", ["paktya"]),
        ("Held in Ostar.", "Ostar", "Khowst", ["khost"]),
        ("In Zabul province troops held men in Ostar.", "Ostar", "Logar", ["zabul"]),
        ("Held in Ostar.", "Ostar", None, []),
    ],
)
def test_the_province_beside_a_place_comes_before_the_gazetteers(
    text: str, words: str, division: str | None, expected: list[str]
) -> None:
    assert code(result(text), [place(text, words, division)])["province"] == expected


def test_a_release_without_a_dateline_lies_between_its_neighbours_in_the_series() -> None:
    texts = {
        "a": "2012-04-S-010\nKABUL, Afghanistan (April 4, 2012) Troops held men.",
        "b": "2012-04-S-020\nTroops held men yesterday.",
        "c": "2012-04-S-030\nKABUL, Afghanistan (April 8, 2012) Troops held men.",
        "d": "April 9: Operations\n2012-04-CA-040\nTroops held men.",
        "e": "Troops held men.",
    }
    assert published(texts) == {"a": "2012-04-04", "b": "2012-04-06", "c": "2012-04-08", "d": "2012-04-09"}


def test_the_start_is_the_earliest_recent_day_of_the_operation() -> None:
    text = "Gunmen were held on Friday after a blast on Monday."
    when = {"Friday": "2012-05-18", "Monday": "2012-05-14"}
    times = {
        words: TimeRange(span(text, words), day, day, Precision.DAY, Anchor.PUBLISHED) for words, day in when.items()
    }
    arrest = replace(detained(text, "held", held(text, "Gunmen", None, 2)), time=times["Friday"])
    blast = claim(text, "blast", event=Event.BOMBING, time=times["Monday"])
    assert code(result(text, arrest, blast), ())["start_date"] == "2012-05-18"
    assert code(result(text, blast), ())["start_date"] == "2012-05-14"
    assert code(result(text), ())["start_date"] == "2012-05-20"


def test_the_coders_dates_of_some_weeks_are_a_day_early() -> None:
    assert coded("2011-02-09", "2011-02-10") == "2011-02-08"
    assert coded("2011-05-09", "2011-05-10") == "2011-05-09"


@pytest.mark.parametrize(
    ("predicted", "label", "agree"),
    [(["aq", "taliban"], ["aq;taliban"], True), (["taliban"], [""], False), (3, 3, True), ([""], [""], True)],
)
def test_lists_are_compared_as_sets(predicted: Any, label: Any, agree: bool) -> None:
    assert same(predicted, label) is agree
