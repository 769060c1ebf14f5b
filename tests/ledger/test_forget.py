"""An article forgotten is gone from the file itself, and the chain still proves the rest."""

import json
from pathlib import Path

import pytest

from claimtrail.errors import LedgerError
from claimtrail.ledger import Ledger
from claimtrail.ledger.forget import forget
from claimtrail.ledger.verify import verify
from claimtrail.ledger.views import decisions, list_articles, search, show, window
from tests.ledger.articles import LATER, RUN, result


def test_content_goes_and_the_reason_stays(ledger: Ledger) -> None:
    ledger.add([result(1), result(2)], RUN)
    noted = ledger.head()[1]
    assert forget(ledger, "https://news.example/1", "ana", "asked by the family") == 1
    verify(ledger, noted)
    assert [each.id for each in list_articles(ledger)] == ["a2"]
    assert len(search(ledger, "traders")) == len(window(ledger, -90, -180, 90, 180)) == 1
    (told,) = decisions(ledger, kind="forget")
    assert (told.who, told.subject, told.reason) == ("ana", "https://news.example/1", "asked by the family")


def test_what_is_forgotten_is_not_read_or_stored_again(ledger: Ledger) -> None:
    ledger.add([result(1)], RUN)
    forget(ledger, "a1", "ana", "asked")
    assert ledger.knows(result(1).article, LATER)
    assert ledger.add([result(1)], LATER) == 0
    assert list_articles(ledger) == []


def test_no_byte_of_it_is_left_in_the_files(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    ledger = Ledger.open(str(path), create=True)
    ledger.add([result(1), result(2)], RUN)
    forget(ledger, "page-1.html", "ana", "asked")
    ledger.close()
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert "№ 2 burned".encode() in left
    assert "№ 1 burned".encode() not in left
    assert b"The headline of 1 says" not in left


def test_bytes_that_another_article_came_from_stay(ledger: Ledger) -> None:
    from dataclasses import replace

    first, second = result(1), result(2)
    second = replace(second, article=replace(second.article, snapshot=first.article.snapshot))
    ledger.add([first, second], RUN)
    forget(ledger, "a1", "ana", "asked")
    assert show(ledger, "a2").article.snapshot.data == first.article.snapshot.data
    forget(ledger, "a2", "ana", "asked")
    (_, last) = decisions(ledger, kind="forget")
    assert len(json.loads(last.before or "")) == 4
    verify(ledger)


def test_an_address_that_is_not_there_is_named(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match=r"nowhere\.html: no article"):
        forget(ledger, "nowhere.html", "ana", "asked")
