"""Findings about headlines: each on articles that have it and on look-alikes that do not."""

from dataclasses import replace

import pytest

from claimtrail.model import Claim, Hedge, Loss, Outcome, Status, Voice
from tests.builders import claim, loss, reading
from tests.claims.findings.pages import kinds

HEAD = "Raid kills warlord and over 20 fighters"
BODY = "The army said 31 gunmen were killed in the raid. Omar Duale was killed too, it said. The raid began on Monday."
TEXT = f"{HEAD}\n{BODY}"


def headline(*losses: Loss, said_by: tuple[str, ...] = ("army",)) -> Claim:
    return claim(TEXT, "Raid", *losses, id="h", voice=Voice.HEADLINE, said_by=said_by)


def body(*losses: Loss, said_by: tuple[str, ...] = ("army",), status: Status = Status.ASSERTED) -> Claim:
    return claim(TEXT, "killed", *losses, id="b", said_by=said_by, status=status)


def figure(who: str, words: str, low: int, high: int | None, hedge: Hedge | None = None) -> Loss:
    made = loss(TEXT, who, words, low, high)
    return replace(made, count=replace(made.count, hedge=hedge))


def head(low: int, high: int | None, hedge: Hedge | None = None) -> Claim:
    return headline(figure("fighters", "over 20", low, high, hedge))


def told(low: int, high: int | None, hedge: Hedge | None = None) -> Claim:
    return body(figure("gunmen", "31", low, high, hedge))


@pytest.mark.parametrize(
    ("of_headline", "of_body"),
    [
        (head(20, None, Hedge.AT_LEAST), told(31, 31)),
        (head(40, 40), told(38, 38)),
        (head(300, 300), told(38, None, Hedge.AT_LEAST)),
        (head(24, None, Hedge.VAGUE), told(9, 9)),
        (head(41, 41), told(20, 30)),
        (head(12, 12), told(11, None, Hedge.AT_LEAST)),
    ],
)
def test_a_headline_figure_that_the_body_does_not_bear_out_is_told(of_headline: Claim, of_body: Claim) -> None:
    assert kinds(TEXT, of_headline, of_body, head=HEAD) == ["headline_figure_differs"]


@pytest.mark.parametrize(
    ("of_headline", "of_body"),
    [
        (head(31, 31), told(31, 31)),
        (head(24, None, Hedge.VAGUE), told(27, 27)),
        (head(27, 27), told(24, None, Hedge.VAGUE)),
        (head(25, 25), told(20, 30)),
        (head(40, 40), told(38, None, Hedge.AT_LEAST)),
        (head(40, 40, Hedge.ABOUT), told(38, 38)),
        (head(30, None, Hedge.AT_LEAST), told(34, 34)),
        (head(17, 17), told(17, None, Hedge.AT_LEAST)),
    ],
)
def test_a_headline_figure_that_the_body_repeats_holds_or_rounds_is_none(of_headline: Claim, of_body: Claim) -> None:
    assert kinds(TEXT, of_headline, of_body, head=HEAD) == []


def test_a_headline_may_add_up_what_the_body_tells_apart() -> None:
    apart = body(figure("gunmen", "31", 31, 31), loss(TEXT, "Omar Duale"))
    assert kinds(TEXT, head(32, 32), apart, head=HEAD) == []
    part = replace(apart, losses=(apart.losses[0], replace(apart.losses[1], part_of=0)))
    assert kinds(TEXT, head(32, 32), part, head=HEAD) == ["headline_figure_differs"]


def test_a_figure_of_losses_that_the_body_has_none_of_is_unsupported() -> None:
    wounded = body(loss(TEXT, "gunmen", "31", 31, 31, outcome=Outcome.WOUNDED))
    assert kinds(TEXT, head(20, None), wounded, head=HEAD) == ["headline_unsupported"]


def test_a_number_that_the_body_gives_anywhere_is_supported() -> None:
    wounded = body(loss(TEXT, "gunmen", "31", 31, 31, outcome=Outcome.WOUNDED))
    assert kinds(TEXT, head(31, 31), wounded, head=HEAD) == []


def test_a_headline_alone_has_no_body_to_support_it() -> None:
    assert kinds(HEAD, claim(HEAD, "Raid", loss(HEAD, "fighters", "over 20", 20, None), voice=Voice.HEADLINE)) == []


def test_what_the_body_only_fears_does_not_support_a_headline_that_states_it() -> None:
    assert kinds(TEXT, headline(), body(status=Status.POSSIBLE), head=HEAD) == ["headline_unsupported"]
    assert kinds(TEXT, headline(), body(status=Status.ALLEGED), head=HEAD) == []
    feared = replace(headline(), status=Status.POSSIBLE)
    assert kinds(TEXT, feared, body(status=Status.POSSIBLE), head=HEAD) == []


def test_a_single_person_of_the_headline_whom_the_body_does_not_name_is_told() -> None:
    claims = headline(loss(TEXT, "warlord")), body(loss(TEXT, "gunmen", "31", 31, 31))
    assert kinds(TEXT, *claims, head=HEAD) == ["headline_unsupported"]


def test_a_person_whom_the_body_names_supports_the_headline() -> None:
    claims = headline(loss(TEXT, "warlord")), body(loss(TEXT, "Omar Duale"))
    assert kinds(TEXT, *claims, head=HEAD, read=reading(TEXT, "Omar Duale")) == []
