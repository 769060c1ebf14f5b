"""The ledger: rows are only ever added, each bound to all before it; an article is in it whole or not at all."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, insert, select, update

from claimtrail.errors import Failure, LedgerError
from claimtrail.ledger import codec
from claimtrail.ledger.chain import START, Chain, content_digest
from claimtrail.ledger.schema import ROWS, article, claim, decision, entry, head, reading, run, snapshot
from claimtrail.ledger.store import connect, failing, shown, writing
from claimtrail.ledger.values import Run
from claimtrail.model import Article, Result

FORGET = "forget"
"""The kind of the decision that erases an article."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger that is open: `place` is the path or URL it was opened by."""

    place: str
    engine: Engine

    @classmethod
    def open(cls, place: str, *, create: bool = False) -> "Ledger":
        """Open the ledger at a path or PostgreSQL URL, made anew where `create` is true and there is none.

        `LedgerError` where it cannot be opened or its schema is not this program's.
        """
        return cls(place, connect(place, create=create))

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger."""
        with failing(self.place), self.engine.connect() as bind, bind.begin():
            yield bind

    @contextmanager
    def appending(self) -> Iterator[tuple[Connection, Chain]]:
        """A transaction whose `Chain` is written at its end, all or nothing."""
        with failing(self.place), writing(self.engine) as bind:
            chain = _end(bind, self.place)
            first = chain.seq
            yield bind, chain
            if chain.seq > first:
                _write(bind, chain)

    def add(self, results: Iterable[Result], made_by: Run) -> int:
        """Store what some articles gave, in one transaction; gives how many of them had not been stored by this run.

        An article whose content is there already is not stored again; a new run adds its reading of it. One that was
        forgotten stays forgotten.
        """
        with self.appending() as (bind, chain):
            number = _run(bind, chain, made_by)
            return sum(_add(bind, chain, result, number) for result in results)

    def fail(self, failures: Iterable[Failure], made_by: Run) -> None:
        """Store what could not be read, and why."""
        with self.appending() as (bind, chain):
            number = _run(bind, chain, made_by)
            for each in failures:
                told = {"source": each.source, "problem": each.problem, "remedy": each.remedy}
                chain.append("failure", run=number, at=now(), **told)

    def knows(self, found: Article, made_by: Run) -> bool:
        """Whether an article need not be read: this run has read it, or it was forgotten."""
        content = content_digest("article", codec.article_row(found))
        with self.reading() as bind:
            row = bind.execute(select(article.c.seq, article.c.text).where(article.c.content == content)).first()
            if row is None:
                return False
            read = select(reading.c.seq).join(run).where(reading.c.article == row.seq)
            return (
                row.text is None
                or bind.execute(read.where(run.c.fingerprint == made_by.fingerprint)).first() is not None
            )

    def decide(self, who: str, kind: str, subject: str, before: str | None, after: str | None, reason: str = "") -> int:
        """Store a decision; it supersedes the last one of its kind about the same subject. Gives its row number."""
        with self.appending() as (bind, chain):
            about = select(decision.c.seq).where(decision.c.subject == subject, decision.c.kind == kind)
            last = bind.execute(about.order_by(decision.c.seq.desc())).scalar()
            values = {"who": who, "kind": kind, "subject": subject, "before": before, "after": after, "reason": reason}
            return chain.append("decision", at=now(), **values, supersedes=last)

    def head(self) -> tuple[int, str]:
        """The number of rows and the hash of the last: written down elsewhere, they prove the ledger up to here."""
        with self.reading() as bind:
            chain = _end(bind, self.place)
        return chain.seq, chain.hash


def now() -> str:
    """The time, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _end(bind: Connection, place: str) -> Chain:
    row = bind.execute(select(head.c.seq, head.c.hash)).first()
    if row is None and bind.execute(select(entry.c.seq).limit(1)).first():
        raise LedgerError(shown(place), "has lost the end of its chain", "see `claimtrail ledger verify`")
    return Chain(row.seq, row.hash) if row else Chain(0, START)


def _write(bind: Connection, chain: Chain) -> None:
    bind.execute(insert(entry), chain.entries)
    for name, table in ROWS.items():
        if chain.rows.get(name):
            bind.execute(insert(table), chain.rows[name])
    bind.execute(update(head).values(seq=chain.seq, hash=chain.hash)) if _has_head(bind) else bind.execute(
        insert(head).values(id=1, seq=chain.seq, hash=chain.hash)
    )


def _has_head(bind: Connection) -> bool:
    return bind.execute(select(head.c.id)).first() is not None


def _run(bind: Connection, chain: Chain, made_by: Run) -> int:
    known = bind.execute(select(run.c.seq).where(run.c.fingerprint == made_by.fingerprint)).scalar()
    return known or chain.append("run", at=now(), **made_by.columns())


def _add(bind: Connection, chain: Chain, result: Result, run_number: int) -> bool:
    """Append an article where it is new, and its reading where this run has not read it; False where both are there."""
    row = codec.article_row(result.article)
    content = content_digest("article", row)
    known = _known(bind, chain, content)
    if known is None:
        kept = _snapshot(bind, chain, result.article)
        number = chain.append("article", snapshot=kept, content=content, **row)
    elif known[1]:
        return False
    else:
        number = known[0]
    return _read(bind, chain, result, number, run_number)


def _known(bind: Connection, chain: Chain, content: str) -> tuple[int, bool] | None:
    """The row number of an article that is stored or about to be, and whether it was forgotten."""
    for row in chain.rows.get("article", ()):
        if row["content"] == content:
            return row["seq"], False
    found = bind.execute(select(article.c.seq, article.c.text).where(article.c.content == content)).first()
    return (found.seq, found.text is None) if found else None


def _snapshot(bind: Connection, chain: Chain, found: Article) -> int:
    row = codec.snapshot_row(found.snapshot)
    for waiting in chain.rows.get("snapshot", ()):
        if waiting["sha256"] == row["sha256"]:
            return int(waiting["seq"])
    known = bind.execute(select(snapshot.c.seq).where(snapshot.c.sha256 == row["sha256"])).scalar()
    return known or chain.append("snapshot", **row)


def _read(bind: Connection, chain: Chain, result: Result, number: int, run_number: int) -> bool:
    waiting = chain.rows.get("reading", ())
    there = select(reading.c.seq).where(reading.c.article == number, reading.c.run == run_number)
    if any((x["article"], x["run"]) == (number, run_number) for x in waiting) or bind.execute(there).first():
        return False
    read = chain.append("reading", article=number, run=run_number, at=now())
    known = bind.execute(select(claim.c.claim_id, claim.c.seq).where(claim.c.article == number)).all()
    stored: dict[str, int] = {row.claim_id: row.seq for row in known}
    for each in result.claims:
        seq = stored.get(each.id) or chain.append("claim", article=number, **codec.claim_row(each, result.article.text))
        stored[each.id] = seq
        chain.append("derivation", claim=seq, reading=read, confidence=codec.confidence(each))
    for finding in result.findings:
        chain.append("finding", reading=read, **codec.finding_row(finding))
    return True
