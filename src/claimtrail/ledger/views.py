"""What people ask of a ledger: lists, one article, words, a window of the map, failures, decisions."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select, text

from claimtrail.errors import LedgerError
from claimtrail.ledger import codec
from claimtrail.ledger.ledger import Ledger
from claimtrail.ledger.schema import article, claim, decision, derivation, failure, finding, reading, run, snapshot
from claimtrail.ledger.values import Decision, Failed, Listed, Spot, Stored
from claimtrail.model import Claim


def latest_readings() -> Select[tuple[int, int]]:
    """The newest reading of each article: `article` and `reading`."""
    return select(reading.c.article, func.max(reading.c.seq).label("reading")).group_by(reading.c.article)


def list_articles(
    ledger: Ledger, *, limit: int = 50, before: int | None = None, event: str | None = None
) -> list[Listed]:
    """Articles, the last stored first, `before` a row number; with an `event`, those that claim such an event."""
    chosen = _listed().order_by(article.c.seq.desc()).limit(limit)
    if before is not None:
        chosen = chosen.where(article.c.seq < before)
    if event is not None:
        chosen = chosen.where(article.c.seq.in_(select(claim.c.article).where(claim.c.event == event)))
    with ledger.reading() as bind:
        return [Listed(**row) for row in bind.execute(chosen).mappings()]


def search(ledger: Ledger, words: str, *, limit: int = 50) -> list[Listed]:
    """Articles that hold all the words, the most fitting first, each with an excerpt in which they are [marked]."""
    with ledger.reading() as bind:
        chosen = _sqlite_search(words) if bind.dialect.name == "sqlite" else _postgres_search(words)
        return [Listed(**row) for row in bind.execute(chosen.limit(limit)).mappings()]


def show(ledger: Ledger, which: str) -> Stored:
    """One article by row number, id, URL or path, with the claims and findings of its newest reading.

    `LedgerError` where there is none, or it was forgotten.
    """
    number = int(which) if which.isdecimal() else -1
    named = (article.c.seq == number) | (article.c.id == which) | (article.c.url == which) | (article.c.source == which)
    with ledger.reading() as bind:
        row = bind.execute(select(article).where(named).order_by(article.c.seq.desc())).mappings().first()
        if row is None:
            raise LedgerError(which, "no article of the ledger has this number, id or address", "see `claimtrail list`")
        if row["text"] is None:
            raise LedgerError(which, "this article was forgotten: its content is erased")
        return stored(bind, dict(row))


def stored(bind: Connection, row: dict[str, Any], read: int | None = None) -> Stored:
    """The article of a row with the claims and findings of a reading, the newest unless told."""
    kept = bind.execute(select(snapshot).where(snapshot.c.seq == row["snapshot"])).mappings().one()
    found = codec.article_of(row, codec.snapshot_of(dict(kept)))
    newest = select(func.max(reading.c.seq)).where(reading.c.article == row["seq"])
    read = read if read is not None else bind.execute(newest).scalar()
    claims = tuple(claims_of(bind, derivation.c.reading == read))
    told = bind.execute(select(finding).where(finding.c.reading == read).order_by(finding.c.seq)).mappings()
    return Stored(row["seq"], found, claims, tuple(codec.finding_of(dict(each)) for each in told))


def claims_of(bind: Connection, which: ColumnElement[bool]) -> Iterator[tuple[int, Claim]]:
    """Claims with their row numbers, of the derivations that a condition chooses, in the order of their reading."""
    chosen = select(claim, derivation.c.confidence).join_from(derivation, claim).where(which, claim.c.body.is_not(None))
    for row in bind.execute(chosen.order_by(derivation.c.seq)).mappings():
        yield row["seq"], codec.claim_of(dict(row), row["confidence"])


def window(ledger: Ledger, south: float, west: float, north: float, east: float, *, limit: int = 10_000) -> list[Spot]:
    """The claims of newest readings placed in a window of the map, in degrees; `west` beyond `east` crosses 180°."""
    parts = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
    with ledger.reading() as bind:
        found = [spot for part in parts for spot in _spots(bind, south, north, part, limit)]
    return found[:limit]


def failures(ledger: Ledger, *, limit: int = 1_000) -> list[Failed]:
    """What could not be read and has not been since, the last first; each source once."""
    newest = select(func.max(failure.c.seq)).group_by(failure.c.source)
    mended = select(article.c.seq).where(article.c.source == failure.c.source, article.c.seq > failure.c.seq)
    chosen = select(failure).where(failure.c.seq.in_(newest), ~mended.exists()).order_by(failure.c.seq.desc())
    columns = ("seq", "at", "source", "problem", "remedy")
    with ledger.reading() as bind:
        return [Failed(*(row[name] for name in columns)) for row in bind.execute(chosen.limit(limit)).mappings()]


def decisions(ledger: Ledger, subject: str | None = None, kind: str | None = None) -> list[Decision]:
    """Decisions in the order they were made, those superseded too."""
    chosen = select(decision).order_by(decision.c.seq)
    if subject is not None:
        chosen = chosen.where(decision.c.subject == subject)
    if kind is not None:
        chosen = chosen.where(decision.c.kind == kind)
    with ledger.reading() as bind:
        return [Decision(**row) for row in bind.execute(chosen).mappings()]


def runs(ledger: Ledger) -> list[tuple[int, str, str, int]]:
    """Every run: row number, time, version, and how many articles it has read."""
    counted = select(func.count()).where(reading.c.run == run.c.seq).scalar_subquery()
    chosen = select(run.c.seq, run.c.at, run.c.version, counted).order_by(run.c.seq)
    with ledger.reading() as bind:
        return [(row[0], row[1], row[2], row[3]) for row in bind.execute(chosen)]


def _listed(excerpt: ColumnElement[str] | None = None) -> Select[Any]:
    newest = latest_readings().subquery()
    counted = select(func.count()).where(derivation.c.reading == newest.c.reading).scalar_subquery()
    columns = [article.c[name] for name in ("seq", "id", "source", "title", "published")]
    shown = [excerpt.label("excerpt")] if excerpt is not None else []
    joined = article.outerjoin(newest, newest.c.article == article.c.seq)
    return select(*columns, counted.label("claims"), *shown).select_from(joined).where(article.c.text.is_not(None))


def _sqlite_search(words: str) -> Select[Any]:
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    excerpt: ColumnElement[str] = literal_column("snippet(article_words, -1, '[', ']', ' … ', 24)")
    chosen = _listed(excerpt).join(text("article_words"), text("article_words.rowid = article.seq"))
    return chosen.where(text("article_words MATCH :q").bindparams(q=quoted)).order_by(text("article_words.rank"))


def _postgres_search(words: str) -> Select[Any]:
    asked = func.plainto_tsquery("simple", words)
    vector: ColumnElement[Any] = literal_column("article.words")
    options = "StartSel=[, StopSel=], MaxWords=24, MinWords=12"
    excerpt = func.ts_headline("simple", article.c.text, asked, options)
    return _listed(excerpt).where(vector.op("@@")(asked)).order_by(func.ts_rank(vector, asked).desc())


def _spots(bind: Connection, south: float, north: float, part: tuple[float, float], limit: int) -> list[Spot]:
    values = {"south": south, "north": north, "west": part[0], "east": part[1]}
    inside = (
        "claim.seq IN (SELECT seq FROM claim_area WHERE south >= :south AND north <= :north"
        " AND west >= :west AND east <= :east)"
        if bind.dialect.name == "sqlite"
        else "claim.area && ST_MakeEnvelope(:west, :south, :east, :north, 4326)"
    )
    newest = select(func.max(reading.c.seq)).where(reading.c.article == claim.c.article).correlate(claim)
    made = select(derivation.c.seq).where(derivation.c.claim == claim.c.seq)
    current = made.where(derivation.c.reading == newest.scalar_subquery()).correlate(claim).exists()
    columns = [claim.c[name] for name in ("seq", "article", "event", "status", "place", "lat", "lon", "time_from")]
    chosen = select(*columns).where(text(inside).bindparams(**values), current).order_by(claim.c.seq).limit(limit)
    return [Spot(**row) for row in bind.execute(chosen).mappings()]
