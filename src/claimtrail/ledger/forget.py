"""Lawful removal: the content of an article goes for good; hashes and the reason stay, and the chain still holds."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, Select, select, text, update

from claimtrail.errors import LedgerError
from claimtrail.ledger.chain import Chain
from claimtrail.ledger.ledger import FORGET, Ledger, now
from claimtrail.ledger.schema import ERASABLE, ROWS, article, claim, finding, reading, snapshot
from claimtrail.ledger.store import failing


def forget(ledger: Ledger, address: str, who: str, reason: str) -> int:
    """Erase all articles of a URL, path or id: text, bytes, claims, findings. Gives how many articles went.

    A decision tells who, when, why, and which rows; the article is not read again when it is met again. `LedgerError`
    where there is no such article. Copies of the database made before still hold the content.
    """
    with ledger.appending() as (bind, chain):
        which = (article.c.url == address) | (article.c.source == address) | (article.c.id == address)
        found = bind.execute(select(article.c.seq, article.c.snapshot).where(which)).all()
        if not found:
            raise LedgerError(address, "no article of the ledger has this address", "see `claimtrail list`")
        numbers = [row.seq for row in found]
        rows = _rows(bind, numbers, [row.snapshot for row in found])
        for kind, seqs in rows.items():
            table = ROWS[kind]
            bind.execute(update(table).where(table.c.seq.in_(seqs)).values(dict.fromkeys(ERASABLE[kind])))
        _decide(chain, address, who, reason, sorted(seq for seqs in rows.values() for seq in seqs))
    _scrub(ledger)
    return len(numbers)


def _rows(bind: Connection, articles: Sequence[int], snapshots: Sequence[int]) -> dict[str, list[int]]:
    """The rows to empty; a snapshot that another article also came from stays."""
    shared = select(article.c.snapshot).where(article.c.seq.not_in(articles), article.c.text.is_not(None))
    kept = set(bind.execute(shared.where(article.c.snapshot.in_(snapshots))).scalars())
    read = select(reading.c.seq).where(reading.c.article.in_(articles))
    return {
        "article": list(articles),
        "snapshot": [seq for seq in set(snapshots) - kept if bind.execute(_full(seq)).first()],
        "claim": list(bind.execute(select(claim.c.seq).where(claim.c.article.in_(articles))).scalars()),
        "finding": list(bind.execute(select(finding.c.seq).where(finding.c.reading.in_(read))).scalars()),
    }


def _full(seq: int) -> Select[tuple[int]]:
    return select(snapshot.c.seq).where(snapshot.c.seq == seq, snapshot.c.data.is_not(None))


def _decide(chain: Chain, address: str, who: str, reason: str, rows: list[int]) -> None:
    told = {"who": who, "kind": FORGET, "subject": address, "reason": reason}
    chain.append("decision", at=now(), **told, before=json.dumps(rows), after=None, supersedes=None)


def _scrub(ledger: Ledger) -> None:
    """Overwrite what the database file still holds of the old rows."""
    with failing(ledger.place), ledger.engine.connect() as bind:
        if bind.dialect.name != "sqlite":
            bind = bind.execution_options(isolation_level="AUTOCOMMIT")
            for table in ("article", "snapshot", "claim", "finding"):
                bind.execute(text(f"VACUUM {table}"))
            return
        raw = bind.connection.driver_connection
        assert raw is not None
        raw.execute("INSERT INTO article_words(article_words) VALUES ('rebuild')")
        raw.execute("VACUUM")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
