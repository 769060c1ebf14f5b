"""Rows are added, never changed, never twice; what comes back is what went in."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from claimtrail.errors import Failure, InputError, LedgerError
from claimtrail.ledger import Ledger
from claimtrail.ledger.schema import ROWS
from claimtrail.ledger.verify import verify
from claimtrail.ledger.views import decisions, failures, list_articles, search, show, window
from tests.ledger.articles import LATER, RUN, result


def test_every_field_of_an_article_comes_back(ledger: Ledger) -> None:
    given = result()
    assert ledger.add([given], RUN) == 1
    found = show(ledger, "https://news.example/1")
    assert (found.article, tuple(each for _, each in found.claims), found.findings) == (
        given.article,
        given.claims,
        given.findings,
    )


def test_the_same_article_is_stored_once(ledger: Ledger) -> None:
    assert ledger.add([result(), result()], RUN) == 1
    head = ledger.head()
    assert ledger.knows(result().article, RUN)
    assert ledger.add([result()], RUN) == 0
    assert ledger.head() == head


def test_another_text_under_the_same_id_is_another_article(ledger: Ledger) -> None:
    first, second = result(1), result(2)
    second = replace(second, article=replace(second.article, id=first.article.id))
    assert ledger.add([first, second], RUN) == 2
    assert len(list_articles(ledger)) == 2


def test_a_new_run_adds_its_reading_and_no_second_claim(ledger: Ledger) -> None:
    ledger.add([result(confidence=0.8)], RUN)
    assert not ledger.knows(result().article, LATER)
    assert ledger.add([result(confidence=0.9)], LATER) == 1
    found = show(ledger, "a1")
    assert [each.confidence["claim"] for _, each in found.claims] == [0.9]
    with ledger.reading() as bind:
        assert bind.execute(text("SELECT count(*) FROM claim")).scalar() == 1
        assert bind.execute(text("SELECT count(*) FROM derivation")).scalar() == 2


def test_a_claim_that_the_newest_run_does_not_make_is_not_shown(ledger: Ledger) -> None:
    ledger.add([result()], RUN)
    ledger.add([replace(result(), claims=(), findings=())], LATER)
    assert show(ledger, "a1").claims == ()
    assert window(ledger, -90, -180, 90, 180) == []
    assert [each.claims for each in list_articles(ledger)] == [0]


@pytest.mark.parametrize("table", sorted(ROWS))
def test_rows_can_neither_be_changed_nor_deleted(ledger: Ledger, table: str) -> None:
    ledger.add([result()], RUN)
    ledger.fail([Failure(InputError("gone.html", "no such file"))], RUN)
    ledger.decide("ana", "accept", "c1", None, None)
    for act in (f"DELETE FROM {table}", f"UPDATE {table} SET seq = seq + 1000"):
        with pytest.raises(DBAPIError, match="append-only"), ledger.engine.begin() as bind:
            bind.execute(text(act))
    assert verify(ledger) == ledger.head()


def test_what_fails_within_an_article_leaves_nothing_of_it(ledger: Ledger) -> None:
    ledger.add([result(1)], RUN)
    head = ledger.head()
    broken = replace(result(2), claims=(replace(result(2).claims[0], confidence={"claim": object()}),))  # type: ignore[dict-item]
    with pytest.raises(TypeError):
        ledger.add([result(3), broken], RUN)
    assert ledger.head() == head == verify(ledger)
    assert len(list_articles(ledger)) == 1


def test_lists_go_on_before_a_number_and_by_event(ledger: Ledger) -> None:
    ledger.add([result(number) for number in range(5)], RUN)
    first = list_articles(ledger, limit=2)
    rest = list_articles(ledger, before=first[-1].seq)
    assert [each.id for each in (*first, *rest)] == ["a4", "a3", "a2", "a1", "a0"]
    assert [each.claims for each in first] == [1, 1]
    assert len(list_articles(ledger, event="shelling")) == 5
    assert list_articles(ledger, event="airstrike") == []


@pytest.mark.parametrize(
    ("words", "count"), [("traders", 3), ("traders café", 3), ("cafe", 3), ("balloon", 0), ('"', 0)]
)
def test_words_are_found_whatever_their_case_or_signs(ledger: Ledger, words: str, count: int) -> None:
    ledger.add([result(number) for number in range(3)], RUN)
    if words == "cafe" and ledger.engine.dialect.name == "postgresql":
        pytest.skip("PostgreSQL's simple words keep their accents")
    found = search(ledger, words)
    assert len(found) == count
    assert all("[" in each.excerpt for each in found)


def test_a_window_of_the_map_holds_the_claims_in_it(ledger: Ledger) -> None:
    ledger.add([result(number) for number in range(10)], RUN)
    found = window(ledger, 40.4995, -75, 40.5035, -74)
    assert [round(spot.lat, 3) for spot in found] == [40.5, 40.501, 40.502, 40.503]
    assert window(ledger, 40, 170, 41, -170) == []
    assert len(window(ledger, 40, 170, 41, -74)) == 10


def test_what_failed_is_told_until_it_is_read(ledger: Ledger) -> None:
    ledger.fail([Failure(InputError("page-1.html", "is empty", "see the page"))], RUN)
    ledger.fail(
        [Failure(InputError("page-1.html", "is still empty")), Failure(InputError("b.html", "is still empty"))], RUN
    )
    assert [(each.source, each.problem) for each in failures(ledger)] == [
        ("b.html", "is still empty"),
        ("page-1.html", "is still empty"),
    ]
    ledger.add([result(1)], RUN)
    assert [each.source for each in failures(ledger)] == ["b.html"]


def test_a_decision_supersedes_the_last_about_its_subject(ledger: Ledger) -> None:
    first = ledger.decide("ana", "correct", "c1", '{"low":12}', '{"low":11}', "the list says so")
    second = ledger.decide("bo", "correct", "c1", '{"low":11}', '{"low":12}')
    ledger.decide("bo", "correct", "c2", None, None)
    told = decisions(ledger, "c1")
    assert [(each.seq, each.supersedes, each.who) for each in told] == [(first, None, "ana"), (second, first, "bo")]


def test_a_ledger_that_is_not_there_is_not_made_by_reading(empty: str) -> None:
    with pytest.raises(LedgerError, match="claimtrail add"):
        Ledger.open(empty)


def test_a_database_that_cannot_be_reached_is_named_without_its_password() -> None:
    with pytest.raises(LedgerError) as caught:
        Ledger.open("postgresql://me:secret@127.0.0.1:1/none", create=True)
    assert "127.0.0.1" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("No database at all, but a text of some length. " * 30)
    with pytest.raises(LedgerError, match="not a database"):
        Ledger.open(str(path))
