"""The table for people: whole words at every width, parts of the page apart, nothing that steers the terminal."""

import io
import re
from dataclasses import replace
from typing import Literal

import pytest
from rich.console import Console

from claimtrail.cli.table import plain, render
from claimtrail.model import (
    Anchor,
    Candidate,
    Count,
    Event,
    Finding,
    FindingKind,
    Hedge,
    Loss,
    Outcome,
    Place,
    PlacePrecision,
    Precision,
    Relation,
    Result,
    Scope,
    Span,
    TimeRange,
    Voice,
)
from tests.builders import article, claim, loss, span

TEXT = (
    "Shelling kills dozens. Artillery of the 25th Brigade shelled neighbourhoods of Deir ez-Zor all week, killing more "
    "than 30 civilians, a monitor said. At the market I saw it."
)
WEEK = TimeRange(span(TEXT, "all week"), "2017-10-01", "2017-10-07", Precision.DAY, Anchor.PUBLISHED)


def result(text: str = TEXT, **about: object) -> Result:
    body = claim(
        text,
        "shelled",
        replace(loss(text, "civilians"), count=Count(30, None, span(text, "more than 30"), Hedge.AT_LEAST)),
        event=Event.DISPLACEMENT,
        actors=("Artillery",),
        said_by=("a monitor",),
        time=WEEK,
    )
    claims = (
        claim(text, "saw", voice=Voice.COMMENT, id="c3"),
        body,
        claim(text, "Shelling", voice=Voice.HEADLINE, id="c2", event=Event.SHELLING),
    )
    finding = Finding(
        FindingKind.FIGURE_WITHOUT_SPEAKER, ("c1",), "No speaker is given for: " + "civilians killed; " * 9
    )
    return Result(replace(article(text), **about), claims, (finding,), (Span(0, 22), Span(23, len(text))))  # type: ignore[arg-type]


def shown(found: Result, width: int, terminal: bool = False) -> str:
    stream = io.StringIO()
    colours: Literal["standard"] | None = "standard" if terminal else None
    console = Console(file=stream, width=width, force_terminal=terminal, highlight=False, color_system=colours)
    console.print(render(found))
    return stream.getvalue()


@pytest.mark.parametrize("width", [80, 100, 140])
def test_dates_and_words_are_whole_at_every_width(width: int) -> None:
    output = shown(result(), width)
    assert max(map(len, output.split("\n"))) <= width
    words = output.split()
    for word in ("2017-10-01", "2017-10-07", "displacement", "Artillery", "civilians", "neighbourhoods"):
        assert word in words


def test_the_parts_of_the_page_stand_apart_in_their_order() -> None:
    lines = [line.strip() for line in shown(result(), 100).split("\n")]
    places = [lines.index(name) for name in ("headline", "body", "comment", "findings")]
    assert places == sorted(places)
    assert all(not lines[place - 1] and lines[place - 2] for place in places[1:])
    assert "caption" not in lines


def test_each_claim_says_who_says_so_and_shows_the_sentence() -> None:
    lines = [line.strip() for line in shown(result(), 140).split("\n")]
    assert "said by a monitor" in lines
    assert lines.count("said by the article") == 2
    assert any(line.startswith("Artillery of the 25th Brigade shelled") for line in lines)


def test_long_findings_are_indented_alike() -> None:
    lines = shown(result(), 80).split("findings\n")[1].rstrip().split("\n")
    assert len(lines) > 1
    assert lines[0].startswith("  ! No speaker")
    assert all(line.startswith("    ") for line in lines[1:])


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(40, 40), "40 civilians killed"),
        (Count(8000, 8000, hedge=Hedge.ABOUT), "about 8,000 civilians killed"),
        (Count(30, None, hedge=Hedge.AT_LEAST), "at least 30 civilians killed"),
        (Count(20, 30), "20–30 civilians killed"),
        (Count(24, None, hedge=Hedge.VAGUE), "24+ (vague) civilians killed"),
        (Count(None, None), "? civilians killed"),
    ],
)
def test_counts_are_shown_as_what_they_mean(count: Count, words: str) -> None:
    found = result()
    one: Loss = replace(loss(TEXT, "civilians"), count=count)
    assert words in " ".join(shown(replace(found, claims=(replace(found.claims[1], losses=(one,)),)), 200).split())


def test_the_words_of_a_claim_are_highlighted_on_a_terminal() -> None:
    output = shown(result(), 200, terminal=True)
    for words in ("shelled", "civilians", "a monitor"):
        assert re.search(rf"\x1b\[[\d;]+m{words}\x1b", output)


def test_a_page_cannot_steer_the_terminal() -> None:
    hostile = TEXT.replace("market", "\x1b]0;\u202e")
    output = shown(result(hostile, title="\x1b[2J title", site="a\x9bb", authors=("x\ny",)), 100)
    assert not [c for c in output if c != "\n" and plain(c) != c]


def test_a_sentence_without_end_is_cut_around_the_trigger() -> None:
    text = "word " * 4000 + "Artillery shelled it " + "word " * 4000
    [only] = [claim(text, "shelled")]
    found = Result(article(text), (only,), (), (Span(0, len(text)),))
    output = shown(found, 100)
    assert "shelled" in output
    assert output.count("…") == 2
    assert len(output) < 2000


def test_a_bare_number_is_not_said_twice() -> None:
    text = "Shells fell and 27 were wounded."
    lost = loss(text, "27", "27", 27, 27, outcome=Outcome.WOUNDED)
    table = shown(Result(article(text), (claim(text, "fell", lost),), ()), 100)
    assert "27 wounded" in table
    assert "27 27" not in table


def test_a_part_stands_below_its_total_and_the_scope_below_both() -> None:
    text = "The blast killed 24 people, including seven children, and hurt 30."
    people, children, hurt = (
        loss(text, "people", "24", 24, 24),
        replace(loss(text, "children", "seven", 7, 7), part_of=0),
        loss(text, "30", "30", 30, 30, outcome=Outcome.WOUNDED),
    )
    made = replace(claim(text, "blast", people, hurt, children), scope=Scope.INCIDENT)
    lines = shown(Result(article(text), (made,), ()), 200).split("\n")
    told = ("24 people killed", "of them 7 children killed", "30 wounded", "(one incident)")
    places = [next(at for at, line in enumerate(lines) if words in line) for words in told]
    assert places == sorted(places)


@pytest.mark.parametrize(("doubtful", "shown_as"), [(True, "(Dayr az Zawr, SY?)"), (False, "(Dayr az Zawr, SY)")])
def test_a_doubtful_place_bears_a_question_mark(doubtful: bool, shown_as: str) -> None:
    town = Candidate(170794, "Dayr az Zawr", 35.3, 40.1, "SY", feature="PPL")
    place = Place(span(TEXT, "Deir ez-Zor"), Relation.IN, town, PlacePrecision.EXACT, doubtful=doubtful)
    found = result()
    output = shown(replace(found, claims=(replace(found.claims[1], place=place),)), 200)
    assert shown_as in " ".join(output.split())
