"""Findings: each on articles that have it and on look-alikes that do not."""

from claimtrail.claims.findings import find_findings
from claimtrail.model import Anchor, Claim, Loss, Outcome, Precision, Status, TimeRange, Voice
from tests.builders import article, claim, loss, reading, span

HEAD = "Raid kills warlord and over 20 fighters"
BODY = "The army said 31 gunmen were killed in the raid. Omar Duale was killed too, it said. The raid began on Monday."
TEXT = f"{HEAD}\n{BODY}"


def kinds(text: str, *claims: Claim, published: str | None = None, persons: tuple[str, ...] = ()) -> list[str]:
    page = article(text, published, HEAD)
    return [finding.kind for finding in find_findings(page, reading(text, *persons), claims)]


def headline(*losses: Loss, said_by: tuple[str, ...] = ()) -> Claim:
    return claim(TEXT, "Raid", *losses, id="h", voice=Voice.HEADLINE, said_by=said_by)


def body(
    *losses: Loss,
    said_by: tuple[str, ...] = ("army",),
    time: TimeRange | None = None,
    status: Status = Status.ASSERTED,
) -> Claim:
    return claim(TEXT, "killed", *losses, id="b", said_by=said_by, time=time, status=status)


def test_a_headline_figure_that_the_body_does_not_give_is_told() -> None:
    over = loss(TEXT, "fighters", "over 20", 20, None)
    found = kinds(TEXT, headline(over, said_by=("army",)), body(loss(TEXT, "gunmen", "31", 31, 31)))
    assert found == ["headline_figure_differs"]


def test_the_same_figure_in_headline_and_body_is_no_finding() -> None:
    same = loss(TEXT, "fighters", "over 20", 31, 31)
    assert kinds(TEXT, headline(same, said_by=("army",)), body(loss(TEXT, "gunmen", "31", 31, 31))) == []


def test_figures_of_another_outcome_are_not_compared() -> None:
    over = loss(TEXT, "fighters", "over 20", 20, None)
    wounded = loss(TEXT, "gunmen", "31", 31, 31, outcome=Outcome.WOUNDED)
    assert kinds(TEXT, headline(over, said_by=("army",)), body(wounded)) == []


def test_a_single_person_of_the_headline_whom_the_body_does_not_name_is_told() -> None:
    warlord = loss(TEXT, "warlord")
    found = kinds(TEXT, headline(warlord, said_by=("army",)), body(loss(TEXT, "gunmen", "31", 31, 31)))
    assert found == ["headline_unsupported"]


def test_a_person_whom_the_body_names_supports_the_headline() -> None:
    warlord, named = loss(TEXT, "warlord"), loss(TEXT, "Omar Duale")
    claims = headline(warlord, said_by=("army",)), body(named)
    assert kinds(TEXT, *claims, persons=("Omar Duale",)) == []


def test_a_headline_that_drops_the_speaker_of_the_body_is_told() -> None:
    assert kinds(TEXT, headline(), body()) == ["attribution_dropped"]
    assert kinds(TEXT, headline(), body(said_by=())) == []
    assert kinds(TEXT, headline(said_by=("army",)), body()) == []


def test_figures_without_a_speaker_are_one_finding() -> None:
    gunmen = loss(TEXT, "gunmen", "31", 31, 31)
    assert kinds(TEXT, body(gunmen, said_by=())) == ["figure_without_speaker"]
    assert kinds(TEXT, body(gunmen)) == []
    assert kinds(TEXT, body(loss(TEXT, "Omar Duale"), said_by=())) == []


def test_an_event_after_publication_is_told_unless_it_is_planned() -> None:
    monday = TimeRange(span(TEXT, "Monday"), "2020-03-02", "2020-03-02", Precision.DAY, Anchor.EXPLICIT)
    assert kinds(TEXT, body(time=monday), published="2020-03-01") == ["event_after_publication"]
    assert kinds(TEXT, body(time=monday), published="2020-03-02") == []
    assert kinds(TEXT, body(time=monday, status=Status.PLANNED), published="2020-03-01") == []
    assert kinds(TEXT, body(time=monday)) == []


def test_a_date_counted_from_another_in_the_text_is_too_unsure_to_be_after_publication() -> None:
    later = TimeRange(span(TEXT, "Monday"), "2020-03-02", "2020-03-02", Precision.DAY, Anchor.NARRATIVE)
    assert kinds(TEXT, body(time=later), published="2020-03-01") == []


def test_a_bare_number_is_said_once() -> None:
    text = f"{HEAD}\nIn all 44 were killed."
    bare = loss(text, "44", "44", 44, 44)
    made = claim(text, "killed", bare, id="b")
    messages = [f.message for f in find_findings(article(text, None, HEAD), reading(text), (made,))]
    assert messages == ["No speaker is given for: 44 killed."]
