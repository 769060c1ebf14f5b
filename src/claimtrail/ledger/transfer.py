"""A ledger as one portable file, and back: JSON Lines, a row a line in the order of the chain, bytes in base64.

The first line tells the format, each further one `{"kind", "hash", "row"}`, the last the head. Import proves every hash
as it goes; a ledger made from the file is the same ledger, on SQLite or PostgreSQL.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import insert

from claimtrail.errors import LedgerError
from claimtrail.ledger.chain import START, Row, link, row_digest
from claimtrail.ledger.ledger import Ledger
from claimtrail.ledger.schema import ROWS, entry, head
from claimtrail.ledger.store import shown, writing
from claimtrail.ledger.verify import chain_of, prove

FORMAT = {"format": "claimtrail ledger", "version": 1}
BATCH = 500


def export_lines(ledger: Ledger) -> Iterator[str]:
    """The lines of the file, without line ends."""
    yield json.dumps(FORMAT)
    seq, last = 0, START
    with ledger.reading() as bind:
        for each, row in chain_of(bind):
            seq, last = each["seq"], each["hash"]
            yield json.dumps({"kind": each["kind"], "hash": last, "row": _plain(row)}, ensure_ascii=False)
    yield json.dumps({"end": seq, "hash": last})


def import_lines(ledger: Ledger, lines: Iterable[str], name: str) -> int:
    """Fill an empty ledger from the lines of a file; gives the number of rows.

    `LedgerError`, and nothing kept, where the ledger is not empty, or a line is broken, altered or missing; `name` is
    the file's.
    """
    if ledger.head()[0]:
        raise LedgerError(shown(ledger.place), "is not empty", "import into a new ledger")
    count, last, ended = 0, START, False
    waiting: list[tuple[Row, str, Row]] = []
    with writing(ledger.engine) as bind:
        for number, line in enumerate(lines, 1):
            told = _parsed(line, name, number)
            if number == 1:
                _expect(told == FORMAT, name, number, "is not what `claimtrail ledger export` writes")
            elif "end" in told:
                ended = told == {"end": count, "hash": last}
                _expect(ended, name, number, "the end does not fit the rows before it: some are missing")
            else:
                _expect(not ended, name, number, "a row stands after the end")
                waiting.append(_row(told, count, last, name, number))
                count, last = count + 1, told["hash"]
                if len(waiting) >= BATCH:
                    _store(bind, waiting)
        _expect(ended, name, count + 1, "the file ends early: rows are missing")
        _store(bind, waiting)
        bind.execute(insert(head).values(id=1, seq=count, hash=last))
        prove(name, bind)
    return count


def _row(told: dict[str, Any], count: int, last: str, name: str, number: int) -> tuple[Row, str, Row]:
    try:
        kind, row = told["kind"], _restored(told["row"])
        made = row_digest(kind, {column.name: row[column.name] for column in ROWS[kind].columns})
    except (KeyError, TypeError, ValueError) as error:
        raise LedgerError(f"{name}:{number}", "is no row of a ledger", "export it again") from error
    whole = row["seq"] == count + 1 and link(count + 1, kind, made, last) == told.get("hash")
    _expect(whole, name, number, "was altered, or rows before it are missing")
    return {"seq": count + 1, "kind": kind, "digest": made, "hash": told["hash"]}, kind, row


def _store(bind: Any, waiting: list[tuple[Row, str, Row]]) -> None:
    if waiting:
        bind.execute(insert(entry), [each for each, _, _ in waiting])
    for kind, table in ROWS.items():
        rows = [row for _, other, row in waiting if other == kind]
        if rows:
            bind.execute(insert(table), rows)
    waiting.clear()


def _parsed(line: str, name: str, number: int) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise LedgerError(f"{name}:{number}", "is not JSON", "export it again") from error
    _expect(isinstance(told, dict), name, number, "is no row of a ledger")
    return dict(told)


def _expect(true: bool, name: str, number: int, problem: str) -> None:
    if not true:
        raise LedgerError(f"{name}:{number}", problem, "export it again")


def _plain(row: Row) -> Row:
    return {key: {"base64": base64.b64encode(v).decode()} if isinstance(v, bytes) else v for key, v in row.items()}


def _restored(row: Row) -> Row:
    return {key: base64.b64decode(v["base64"]) if isinstance(v, dict) else v for key, v in row.items()}
