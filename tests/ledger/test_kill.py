"""Killed at any moment, a ledger holds whole articles only, and the next run goes on."""

import random
import subprocess
import sys
import time

from claimtrail.ledger import Ledger
from claimtrail.ledger.verify import verify
from claimtrail.ledger.views import list_articles
from tests.ledger.adder import main

COUNT = 400
KILLS = 4


def killed(place: str, after: float) -> None:
    """Add articles, and be killed some seconds after the first."""
    command = [sys.executable, "-m", "tests.ledger.adder", place, str(COUNT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as adding:
        assert adding.stdout is not None
        adding.stdout.readline()
        time.sleep(after)
        adding.kill()


def test_nothing_is_lost_or_doubled(ledger: Ledger) -> None:
    chance, before = random.Random(3), 0
    for _ in range(KILLS):
        killed(ledger.place, chance.uniform(0, 0.4))
        verify(ledger)
        now = len(list_articles(ledger, limit=COUNT))
        assert now >= before
        before = now
    main(ledger.place, COUNT)
    found = list_articles(ledger, limit=2 * COUNT)
    assert sorted(each.id for each in found) == sorted(f"a{number}" for number in range(COUNT))
    assert {each.claims for each in found} == {1}
    verify(ledger)
