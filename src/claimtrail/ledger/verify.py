"""Proof that nothing in a ledger was altered, removed or slipped in.

What it cannot see: a chain that was forged to its end, head and all. Against that stands the hash of the last row, if
it was written down elsewhere (`expected`).
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError

from claimtrail.errors import LedgerError
from claimtrail.ledger.chain import START, Row, content_digest, is_erased, link, row_digest
from claimtrail.ledger.ledger import FORGET, Ledger
from claimtrail.ledger.schema import ERASABLE, ROWS, decision, entry, head
from claimtrail.ledger.store import shown

BATCH = 2_000


def verify(ledger: Ledger, expected: str | None = None) -> tuple[int, str]:
    """The number of rows and the hash of the last, all of them proven; `LedgerError` names the first bad row.

    `expected` is a hash that the chain had at some time: it must still stand in it.
    """
    with ledger.reading() as bind:
        return prove(ledger.place, bind, expected)


def prove(place: str, bind: Connection, expected: str | None = None) -> tuple[int, str]:
    """The same within a transaction that may not be over yet."""
    proof = _Proof(place, bind, expected)
    proof.database()
    proof.rows()
    proof.end()
    return proof.seq, proof.hash


class _Proof:
    """A walk along the chain."""

    def __init__(self, place: str, bind: Connection, expected: str | None) -> None:
        self.place, self.bind, self.expected = shown(place), bind, expected
        self.seq, self.hash = 0, START
        self.forgotten = _forgotten(bind)

    def database(self) -> None:
        """The database's own checks: pages and indexes, full text, map windows."""
        if self.bind.dialect.name != "sqlite":
            return
        try:
            for row in self.bind.execute(text("PRAGMA integrity_check(1)")):
                if row[0] != "ok":
                    raise self.bad(f"the database file is damaged: {row[0]}")
        except DBAPIError as error:
            raise self.bad(f"the database file is damaged: {error.orig}") from error

    def rows(self) -> None:
        """Every entry in order, beside its row."""
        while entries := self.bind.execute(_batch(entry, self.seq)).mappings().all():
            upto = entries[-1]["seq"]
            stored = self._stored(upto)
            for each in entries:
                self._entry(dict(each), stored)
            if stored:
                kind, seq = min(stored, key=lambda key: key[1])
                raise self.bad(f"row {seq} ({kind}) stands in no chain: it was slipped in")

    def end(self) -> None:
        """Nothing after the last entry, and the head at it."""
        for kind, table in ROWS.items():
            extra = self.bind.execute(select(func.min(table.c.seq)).where(table.c.seq > self.seq)).scalar()
            if extra is not None:
                raise self.bad(f"row {extra} ({kind}) stands after the end of the chain: it was slipped in")
        last = self.bind.execute(select(head.c.seq, head.c.hash)).first()
        if (tuple(last) if last else (0, START)) != (self.seq, self.hash):
            raise self.bad(f"the chain ends at row {self.seq}, but was longer: rows at its end were removed")
        if self.expected:
            raise self.bad("the expected hash does not stand in the chain: it was written anew")

    def bad(self, problem: str) -> LedgerError:
        return LedgerError(self.place, problem, "restore it from a copy; what stands before that row is proven")

    def _stored(self, upto: int) -> dict[tuple[str, int], Row]:
        found: dict[tuple[str, int], Row] = {}
        for kind, table in ROWS.items():
            chosen = select(table).where(table.c.seq > self.seq, table.c.seq <= upto)
            found |= {(kind, row["seq"]): dict(row) for row in self.bind.execute(chosen).mappings()}
        return found

    def _entry(self, each: Row, stored: dict[tuple[str, int], Row]) -> None:
        seq, kind = each["seq"], each["kind"]
        if seq != self.seq + 1:
            raise self.bad(f"row {self.seq + 1} is missing from the chain")
        row = stored.pop((kind, seq), None)
        if row is None:
            raise self.bad(f"row {seq} ({kind}) was removed")
        if row_digest(kind, row) != each["digest"] or not self._whole(kind, row):
            raise self.bad(f"row {seq} ({kind}) was altered")
        self.seq, self.hash = seq, link(seq, kind, each["digest"], self.hash)
        if self.hash != each["hash"]:
            raise self.bad(f"the chain is broken at row {seq} ({kind})")
        if self.hash == self.expected:
            self.expected = None

    def _whole(self, kind: str, row: Row) -> bool:
        """Whether what may be erased of a row is as it was, or lawfully gone."""
        if kind not in ERASABLE:
            return True
        return content_digest(kind, row) == row["content"] or (is_erased(kind, row) and row["seq"] in self.forgotten)


def _forgotten(bind: Connection) -> frozenset[int]:
    """The rows that decisions to forget have emptied."""
    told = bind.execute(select(decision.c.before).where(decision.c.kind == FORGET)).scalars()
    return frozenset(seq for each in told if each for seq in json.loads(each))


def _batch(table: Any, after: int) -> Any:
    return select(table).where(table.c.seq > after).order_by(table.c.seq).limit(BATCH)


def chain_of(bind: Connection) -> Iterator[tuple[Row, Row]]:
    """Every entry of a ledger with its row, in order."""
    after = 0
    while entries := bind.execute(_batch(entry, after)).mappings().all():
        rows: dict[tuple[str, int], Row] = {}
        for kind, table in ROWS.items():
            chosen = select(table).where(table.c.seq > after, table.c.seq <= entries[-1]["seq"])
            rows |= {(kind, row["seq"]): dict(row) for row in bind.execute(chosen).mappings()}
        for each in entries:
            yield dict(each), rows[each["kind"], each["seq"]]
        after = entries[-1]["seq"]
