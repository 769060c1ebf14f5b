"""Findings about who says it."""

from dataclasses import replace

from claimtrail.model import Category, Claim, Event, Hedge, Loss, Outcome, Scope, Status, Voice
from tests.builders import claim, loss
from tests.claims.findings.pages import findings, kinds, place

HEAD = "Raid kills 31"
TEXT = (
    f"{HEAD}\nThe army said 31 people were killed in the raid on Ardo. Villagers said 12 people were murdered there. "
    "A farmer was killed in Belik, the mayor said."
)


def army(*losses: Loss, said_by: tuple[str, ...] = ("army",), status: Status = Status.ASSERTED) -> Claim:
    made = claim(TEXT, "killed", *losses, id="a", said_by=said_by, status=status)
    return replace(made, place=place(TEXT, "Ardo"))


def villagers(*losses: Loss, said_by: tuple[str, ...] = ("Villagers",), status: Status = Status.ASSERTED) -> Claim:
    made = claim(TEXT, "murdered", *losses, id="v", said_by=said_by, status=status)
    return replace(made, place=place(TEXT, "Ardo"))


DEAD = loss(TEXT, "people", "31", 31, 31)
FEWER = loss(TEXT, "people", "12", 12, 12)


def test_a_headline_that_drops_the_speaker_of_the_body_is_told() -> None:
    head = claim(TEXT, "Raid", id="h", voice=Voice.HEADLINE)
    assert kinds(TEXT, head, army(), head=HEAD) == ["attribution_dropped"]
    assert kinds(TEXT, head, army(said_by=()), head=HEAD) == []
    assert kinds(TEXT, replace(head, attribution=army().attribution), army(), head=HEAD) == []


def test_a_caption_that_drops_the_speaker_is_told_and_a_comment_is_not() -> None:
    caption = claim(TEXT, "Raid", id="h", voice=Voice.CAPTION)
    assert kinds(TEXT, caption, army()) == ["attribution_dropped"]
    assert kinds(TEXT, replace(caption, voice=Voice.COMMENT), army()) == []


def test_figures_without_a_speaker_are_one_finding() -> None:
    assert kinds(TEXT, army(DEAD, FEWER, said_by=())) == ["figure_without_speaker"]
    assert kinds(TEXT, army(DEAD)) == []


def test_a_name_a_bare_plural_and_an_article_are_no_figures() -> None:
    assert kinds(TEXT, army(loss(TEXT, "people"), said_by=())) == []
    assert kinds(TEXT, army(loss(TEXT, "farmer", "A"), said_by=())) == []


def test_a_bare_number_is_said_once() -> None:
    text = "In all 44 were killed."
    made = claim(text, "killed", loss(text, "44", "44", 44, 44))
    assert [finding.message for finding in findings(text, made)] == ["No speaker is given for: 44 killed."]


def test_figures_of_two_speakers_that_exclude_each_other_are_told() -> None:
    (found,) = findings(TEXT, army(DEAD), villagers(FEWER))
    assert (found.kind, found.claims) == ("speakers_disagree", ("a", "v"))
    assert found.message == "army says 31 people killed; Villagers says 12 people killed."


def test_none_against_some_is_a_disagreement() -> None:
    nobody = loss(TEXT, "people", "31", 0, 0)
    assert kinds(TEXT, army(nobody), villagers(FEWER)) == ["speakers_disagree"]


def test_figures_that_can_both_be_true_are_no_disagreement() -> None:
    at_least = loss(TEXT, "people", "31", 10, None)
    assert kinds(TEXT, army(at_least), villagers(FEWER)) == []
    about = replace(DEAD, count=replace(DEAD.count, low=10, high=10, hedge=Hedge.ABOUT))
    assert kinds(TEXT, army(about), villagers(FEWER)) == []


def test_other_outcomes_kinds_or_parts_are_not_compared() -> None:
    assert kinds(TEXT, army(replace(DEAD, outcome=Outcome.WOUNDED)), villagers(FEWER)) == []
    assert kinds(TEXT, army(replace(DEAD, category=Category.COMBATANT)), villagers(FEWER)) == []
    assert kinds(TEXT, army(DEAD), villagers(DEAD, replace(FEWER, part_of=0))) == []


def test_other_places_events_or_scopes_are_not_compared() -> None:
    away = replace(villagers(FEWER), place=place(TEXT, "Belik", 14.0, 25.0))
    assert kinds(TEXT, army(DEAD), away) == []
    clash = replace(army(DEAD), event=Event.SHELLING)
    assert kinds(TEXT, clash, replace(villagers(FEWER), event=Event.BOMBING)) == []
    scoped = replace(army(DEAD), scope=Scope.CUMULATIVE), replace(villagers(FEWER), scope=Scope.INCIDENT)
    assert kinds(TEXT, *scoped) == []


def test_one_speaker_does_not_disagree_with_himself() -> None:
    assert kinds(TEXT, army(DEAD), villagers(FEWER, said_by=("army",))) == []


def test_a_denial_of_what_another_states_is_told() -> None:
    assert kinds(TEXT, army(DEAD, status=Status.DENIED), villagers(DEAD)) == ["speakers_disagree"]
    assert kinds(TEXT, army(DEAD, status=Status.DENIED), villagers(DEAD, status=Status.DENIED)) == []
    assert kinds(TEXT, army(DEAD, status=Status.DENIED), villagers(replace(DEAD, outcome=Outcome.MISSING))) == []
