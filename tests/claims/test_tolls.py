"""The toll of an article's main event, from claims written by hand."""

from dataclasses import replace

from claimtrail.claims.tolls import Toll, main_toll
from claimtrail.model import Anchor, Claim, Count, Hedge, Loss, Outcome, Precision, Status, TimeRange, Voice
from tests.builders import claim, loss, span

HURT = Outcome.WOUNDED


def toll(text: str, *claims: Claim) -> tuple[int, int]:
    found = main_toll(text, claims)
    return found.killed, found.wounded


def test_no_claims_no_toll() -> None:
    assert main_toll("The fair opened.", ()) == Toll(0, 0, ())


def test_figures_told_again_and_parts_of_them_are_not_added() -> None:
    text = "Five dead in mill shooting\nA man killed five workers, two women among them, at the mill. He killed five."
    head = claim(text, "shooting", loss(text, "Five", "Five", 5, 5), id="h", voice=Voice.HEADLINE)
    body = claim(text, "killed", loss(text, "workers", "five", 5, 5), loss(text, "women", "two", 2, 2), id="b")
    assert main_toll(text, (head, body)) == Toll(5, 0, ("h", "b"))


def test_those_shot_are_killed_and_wounded_together() -> None:
    text = "Four people were shot, one fatally, at a barn dance."
    told = claim(text, "shot", loss(text, "people", "Four", 4, 4), loss(text, "one", "one", 1, 1))
    assert toll(text, told) == (1, 3)


def test_people_in_one_list_are_one_figure() -> None:
    text = "A boy and four women were wounded on the quay."
    told = claim(text, "wounded", loss(text, "boy", "A", 1, 1, HURT), loss(text, "women", "four", 4, 4, HURT))
    assert toll(text, told) == (0, 5)


def test_an_attacker_who_dies_is_one_more() -> None:
    text = "A gunman killed three clerks. The gunman himself was shot dead."
    victims = claim(text, "killed", loss(text, "clerks", "three", 3, 3), id="v")
    attacker = claim(text, "shot dead", loss(text, "gunman himself"), id="a")
    assert toll(text, victims, attacker) == (4, 0)


def test_people_named_one_by_one_are_counted() -> None:
    text = "Ana Brandt died at the ferry. Olaf Reyes died later. Brandt was a baker; Ana Brandt died young."
    first = claim(text, "died", loss(text, "Ana Brandt"), id="1")
    second = replace(claim(text, "died later", loss(text, "Olaf Reyes"), id="2"))
    assert toll(text, first, second) == (2, 0)


def test_an_exact_figure_stands_before_a_vague_one() -> None:
    text = "Several hurt at a rally\nThe shots left nine people hurt."
    vague = Loss(span(text, "Several"), loss(text, "people").category, HURT, Count(2, None, None, Hedge.VAGUE))
    head = claim(text, "rally", vague, id="h", voice=Voice.HEADLINE)
    assert toll(text, head, claim(text, "shots", loss(text, "people", "nine", 9, 9, HURT))) == (0, 9)


def test_other_days_whole_years_fears_and_comments_are_left_out() -> None:
    text = "A raid killed two guards. A raid last May killed six. The year saw 90 killed. Ten may be dead, 80 dead."
    day = TimeRange(span(text, "A raid"), "2019-03-01", "2019-03-01", Precision.DAY, Anchor.PUBLISHED)
    year = replace(day, start="2019-01-01", end="2019-12-31", precision=Precision.YEAR)
    before = replace(day, start="2018-05-01", end="2018-05-31", precision=Precision.MONTH)
    own = claim(text, "killed", loss(text, "guards", "two", 2, 2), id="1", time=day)
    past = claim(text, "raid last", loss(text, "six", "six", 6, 6), id="2", time=before)
    whole = claim(text, "saw", loss(text, "90", "90", 90, 90), id="3", time=year)
    feared = claim(text, "may be dead", loss(text, "Ten", "Ten", 10, 10), id="4", status=Status.POSSIBLE)
    heard = claim(text, "80 dead", loss(text, "80", "80", 80, 80), id="5", voice=Voice.COMMENT)
    assert main_toll(text, (own, past, whole, feared, heard)) == Toll(2, 0, ("1",))
