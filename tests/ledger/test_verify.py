"""Whatever is altered, removed or slipped in is found and named."""

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from claimtrail.errors import LedgerError
from claimtrail.ledger import Ledger
from claimtrail.ledger.migrations.guards import unguard
from claimtrail.ledger.schema import ROWS
from claimtrail.ledger.verify import verify
from tests.ledger.articles import RUN, result

# Statement and what the error says; `{n}` stands for the claim's row.
FORGERIES = [
    ("UPDATE claim SET event = 'airstrike' WHERE seq = {n}", r"row {n} \(claim\) was altered"),
    ("UPDATE claim SET lat = lat + 1e-9 WHERE seq = {n}", r"row {n} \(claim\) was altered"),
    ("UPDATE derivation SET confidence = '{{}}'", r"\(derivation\) was altered"),
    ("UPDATE article SET text = replace(text, '12', '21')", r"\(article\) was altered"),
    ("UPDATE article SET content = 'ff'", r"\(article\) was altered"),
    ("UPDATE snapshot SET data = NULL, headers = NULL", r"\(snapshot\) was altered"),
    ("DELETE FROM finding", r"\(finding\) was removed"),
    ("UPDATE entry SET hash = 'ff' WHERE seq = {n}", r"broken at row {n}"),
    ("UPDATE entry SET digest = 'ff' WHERE seq = {n}", r"row {n} \(claim\) was altered"),
    ("DELETE FROM entry WHERE seq = {n}", r"row {n} is missing from the chain"),
    ("UPDATE head SET hash = 'ff'", "was longer"),
    ("DELETE FROM head", "was longer"),
]


def forge(ledger: Ledger, act: str) -> int:
    """Do what the guards refuse; gives the row of the claim."""
    with ledger.engine.begin() as bind:
        for table in (*ROWS, "entry"):
            unguard(bind, table)
        number = bind.execute(text("SELECT max(seq) FROM claim")).scalar()
        bind.execute(text(act.format(n=number)))
    return int(number or 0)


@pytest.mark.parametrize(("act", "told"), FORGERIES, ids=[act for act, _ in FORGERIES])
def test_a_forgery_is_found_and_named(ledger: Ledger, act: str, told: str) -> None:
    ledger.add([result()], RUN)
    assert verify(ledger) == ledger.head()
    number = forge(ledger, act)
    with pytest.raises(LedgerError, match=told.format(n=number)):
        verify(ledger)


def test_rows_cut_off_at_the_end_are_missed_by_the_head(ledger: Ledger) -> None:
    ledger.add([result(1)], RUN)
    ledger.decide("ana", "accept", "c1", None, None)
    last = ledger.head()[0]
    forge(ledger, f"DELETE FROM decision WHERE seq = {last}")
    with ledger.engine.begin() as bind:
        bind.execute(text(f"DELETE FROM entry WHERE seq = {last}"))
    with pytest.raises(LedgerError, match="rows at its end were removed"):
        verify(ledger)


@pytest.mark.parametrize("past", [False, True])
def test_a_row_slipped_in_is_found(ledger: Ledger, past: bool) -> None:
    ledger.add([result(1)], RUN)
    seq = ledger.head()[0] + 1 if past else 1
    values = f"{seq}, 'now', 'eve', 'accept', 'c1', ''"
    forge(ledger, f"INSERT INTO decision(seq, at, who, kind, subject, reason) VALUES ({values})")
    with pytest.raises(LedgerError, match="slipped in"):
        verify(ledger)


def test_a_chain_written_anew_lacks_the_hash_noted_before(ledger: Ledger) -> None:
    ledger.add([result(1)], RUN)
    _, noted = ledger.head()
    ledger.add([result(2)], RUN)
    verify(ledger, noted)
    with pytest.raises(LedgerError, match="written anew"):
        verify(ledger, "ab" * 32)


@pytest.fixture
def flipped(tmp_path: Path) -> Callable[[int], str]:
    """A ledger's file with one byte changed at a place given by chance; the path of the changed copy."""
    path = tmp_path / "whole.sqlite"
    ledger = Ledger.open(str(path), create=True)
    ledger.add([result(number) for number in range(60)], RUN)
    ledger.close()
    with sqlite3.connect(path) as bind:
        bind.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        bind.execute("PRAGMA journal_mode=DELETE")
    bind.close()
    whole = path.read_bytes()

    def flip(at: int) -> str:
        copy = tmp_path / f"flipped-{at}.sqlite"
        copy.write_bytes(whole[:at] + bytes([whole[at] ^ 0x20]) + whole[at + 1 :])
        return str(copy)

    return flip


def stored(path: str) -> str:
    """Everything that the rows and the chain say, as text."""
    with sqlite3.connect(path) as bind:
        tables = [*ROWS, "entry", "head"]
        told = [[list(map(str, row)) for row in bind.execute(f"SELECT * FROM {table} ORDER BY 1")] for table in tables]
    bind.close()
    return json.dumps(told)


def test_a_byte_flipped_in_what_is_stored_is_found(flipped: Callable[[int], str], tmp_path: Path) -> None:
    """Bytes of a page that hold nothing, and of the file's counters, may change without any row saying otherwise."""
    chance, whole = random.Random(5), stored(str(tmp_path / "whole.sqlite"))
    size, found, silent = (tmp_path / "whole.sqlite").stat().st_size, 0, 0
    for _ in range(100):
        path = flipped(chance.randrange(100, size))
        try:
            ledger = Ledger.open(path)
            with closing(ledger):
                verify(ledger)
        except LedgerError:
            found += 1
            continue
        assert stored(path) == whole
        silent += 1
    assert found > silent / 10
