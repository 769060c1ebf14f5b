"""Findings about tolls."""

from dataclasses import replace

from claimtrail.claims.findings import find_findings
from claimtrail.model import Claim, Precision, Reading
from claimtrail.model.time import Anchor, TimeRange
from tests.builders import article, claim, loss, span
from tests.claims import tolls
from tests.claims.findings.pages import place
from tests.claims.trees import reading

EARLIER = (
    "Police|police|NOUN|2|nsubj counted|count|VERB|0|root 31|31|NUM|4|nummod people|people|NOUN|2|obj "
    "dead|dead|ADJ|4|amod .|.|PUNCT|2|punct",
    "Police|police|NOUN|3|nsubj earlier|early|ADV|3|advmod spoke|speak|VERB|0|root of|of|ADP|6|case 12|12|NUM|6|nummod "
    "people|people|NOUN|3|obl killed|kill|VERB|6|acl .|.|PUNCT|3|punct",
)


def kinds(read: Reading, *claims: Claim) -> list[str]:
    return [finding.kind.value for finding in find_findings(article(read.text), read, claims)]


def toll(sentences: tuple[str, ...] | str, trigger: str, *told: tuple[str, str, int]) -> tuple[Reading, Claim]:
    """A claim, with a speaker, that makes some figures."""
    read = reading(*((sentences,) if isinstance(sentences, str) else sentences))
    losses = (loss(read.text, who, count, number, number) for who, count, number in told)
    return read, claim(read.text, trigger, *losses, said_by=(trigger,))


def test_a_subset_greater_than_its_total_is_told() -> None:
    read, made = toll(tolls.INCLUDING, "killed", ("people", "24", 24), ("children", "seven", 31))
    total, part = made.losses
    assert kinds(read, replace(made, losses=(total, replace(part, part_of=0)))) == ["subset_exceeds_total"]


def test_a_subset_within_its_total_or_a_loss_of_its_own_is_not() -> None:
    read, made = toll(tolls.INCLUDING, "killed", ("people", "24", 24), ("children", "seven", 7))
    total, part = made.losses
    assert kinds(read, replace(made, losses=(total, replace(part, part_of=0)))) == []
    more = replace(part, count=replace(part.count, low=31, high=31))
    assert kinds(read, replace(made, losses=(total, more))) == []
    open_total = replace(total, count=replace(total.count, high=None))
    assert kinds(read, replace(made, losses=(open_total, replace(more, part_of=0)))) == []


def test_a_toll_raised_from_another_is_revised() -> None:
    read, made = toll(tolls.RISEN, "raised", ("38", "38", 38))
    assert kinds(read, made) == ["toll_revised"]


def test_a_toll_that_rises_from_nothing_told_is_not() -> None:
    read, made = toll(tolls.BLASTTOLL, "rose", ("41", "41", 41))
    assert kinds(read, made) == []


def test_a_speaker_who_earlier_gave_another_figure_revises_it() -> None:
    read = reading(*EARLIER)
    text = read.text
    now = claim(text, "dead", loss(text, "people", "31", 31, 31), id="n", said_by=("Police",))
    old = claim(text, "killed", loss(text, "people", "12", 12, 12), id="o", said_by=("Police",))
    assert kinds(read, now, old) == ["toll_revised"]
    there, elsewhere = place(text, "dead"), place(text, "killed", 40.0, 60.0)
    assert kinds(read, replace(now, place=there), replace(old, place=elsewhere)) == []


def test_a_toll_of_clashes_without_a_time_is_of_unclear_scope() -> None:
    read, made = toll(tolls.CLASHES, "Clashes", ("men", "60", 60))
    assert kinds(read, made) == ["toll_scope_unclear"]
    day = TimeRange(span(read.text, "left"), "2020-03-02", "2020-03-02", Precision.DAY, Anchor.EXPLICIT)
    assert kinds(read, replace(made, time=day)) == []


def test_a_toll_of_one_blast_or_of_named_hours_is_clear() -> None:
    assert kinds(*toll(tolls.TWELVE, "exploded", ("people", "Twelve", 12))) == []
    assert kinds(*toll(tolls.DAY, "Shelling", ("people", "17", 17))) == []


def test_tolls_of_different_scope_in_one_claim_are_told() -> None:
    read, made = toll(tolls.TALLY, "blast", ("men", "12", 12), ("300", "300", 300))
    assert kinds(read, made) == ["toll_scope_unclear"]
