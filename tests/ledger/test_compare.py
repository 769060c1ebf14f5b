"""What a second run reads otherwise."""

from dataclasses import replace

import pytest

from claimtrail.errors import LedgerError
from claimtrail.ledger import Ledger
from claimtrail.ledger.compare import Change, difference
from claimtrail.ledger.views import runs
from claimtrail.model import Status
from tests.ledger.articles import LATER, RUN, result


def test_claims_added_removed_changed_and_surer_are_told(ledger: Ledger) -> None:
    gone, come, other, surer = (result(number) for number in (1, 2, 3, 4))
    claim = replace(other.claims[0], id="c33", status=Status.DENIED, place=None)
    ledger.add([gone, replace(come, claims=()), other, surer], RUN)
    later = [replace(gone, claims=()), come, replace(other, claims=(claim,)), result(4, confidence=0.9)]
    ledger.add(later, LATER)
    one, two = (number for number, *_ in runs(ledger))
    found = [(each.source, each.change, each.slots) for each in difference(ledger, one, two)]
    assert found == [
        ("page-1.html", Change.REMOVED, ()),
        ("page-2.html", Change.ADDED, ()),
        ("page-3.html", Change.CHANGED, ("status", "place")),
        ("page-4.html", Change.SURER, ("confidence",)),
    ]


def test_the_same_reading_differs_in_nothing(ledger: Ledger) -> None:
    ledger.add([result(1)], RUN)
    ledger.add([result(1)], LATER)
    assert list(difference(ledger, 1, runs(ledger)[1][0])) == []


def test_a_run_that_is_not_there_is_named(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="run 7"):
        list(difference(ledger, 7, 8))
