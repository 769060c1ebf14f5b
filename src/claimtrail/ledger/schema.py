"""The tables of the ledger, one schema for SQLite and PostgreSQL.

Every row has a `seq`: its place in the hash chain (`entry`), counted over all tables from 1. JSON stands in text
columns in canonical form, so that a digest is of the very characters stored. What differs between the databases
(full text, map windows, the guard against changes) is made by the migrations.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

# SQLite counts rows itself only where the key is declared as INTEGER.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")


def _seq() -> Column[int]:
    return Column("seq", _NUMBER, primary_key=True, autoincrement=False)


def _to(table: str, name: str | None = None, *, optional: bool = False) -> Column[int]:
    return Column(name or table, _NUMBER, ForeignKey(f"{table}.seq"), nullable=optional)


def _text(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, Text, nullable=optional)


entry = Table("entry", metadata, _seq(), _text("kind"), _text("digest"), _text("hash"))

# The end of the chain, the one row that is ever overwritten: without it rows cut off at the end would not be missed.
head = Table(
    "head", metadata, Column("id", Integer, primary_key=True), Column("seq", _NUMBER, nullable=False), _text("hash")
)

run = Table(
    "run",
    metadata,
    _seq(),
    _text("at"),
    _text("version"),
    _text("models"),
    _text("settings"),
    Column("fingerprint", Text, nullable=False, unique=True),
)

snapshot = Table(
    "snapshot",
    metadata,
    _seq(),
    Column("sha256", Text, nullable=False, unique=True),
    Column("size", _NUMBER, nullable=False),
    _text("media_type", optional=True),
    _text("fetched"),
    _text("content"),
    _text("headers", optional=True),
    Column("data", LargeBinary, nullable=True),
)

article = Table(
    "article",
    metadata,
    _seq(),
    _to("snapshot"),
    Column("content", Text, nullable=False, unique=True),
    Column("id", Text, nullable=True, index=True),
    _text("source", optional=True),
    Column("url", Text, nullable=True, index=True),
    _text("site", optional=True),
    _text("title", optional=True),
    Column("published", Text, nullable=True, index=True),
    _text("text", optional=True),
    _text("body", optional=True),
)

reading = Table(
    "reading", metadata, _seq(), _to("article"), _to("run"), _text("at"), UniqueConstraint("article", "run")
)

claim = Table(
    "claim",
    metadata,
    _seq(),
    _to("article"),
    _text("claim_id"),
    _text("content"),
    Column("event", Text, nullable=True, index=True),
    _text("status", optional=True),
    _text("voice", optional=True),
    _text("place", optional=True),
    _text("country", optional=True),
    _text("place_precision", optional=True),
    Column("lat", Float(53), nullable=True),
    Column("lon", Float(53), nullable=True),
    Column("time_from", Text, nullable=True, index=True),
    _text("time_to", optional=True),
    _text("body", optional=True),
    UniqueConstraint("article", "claim_id"),
)

derivation = Table(
    "derivation",
    metadata,
    _seq(),
    _to("claim"),
    _to("reading"),
    _text("confidence"),
    Index("ix_derivation_reading", "reading"),
    Index("ix_derivation_claim", "claim"),
)

finding = Table(
    "finding",
    metadata,
    _seq(),
    Column("reading", _NUMBER, ForeignKey("reading.seq"), nullable=False, index=True),
    _text("content"),
    _text("kind", optional=True),
    _text("claims", optional=True),
    _text("message", optional=True),
)

failure = Table(
    "failure", metadata, _seq(), _to("run"), _text("at"), _text("source"), _text("problem"), _text("remedy")
)

decision = Table(
    "decision",
    metadata,
    _seq(),
    _text("at"),
    _text("who"),
    _text("kind"),
    Column("subject", Text, nullable=False, index=True),
    _text("before", optional=True),
    _text("after", optional=True),
    _text("reason"),
    _to("decision", "supersedes", optional=True),
)

# In the order in which rows of one transaction can be inserted.
ROWS = {t.name: t for t in (run, snapshot, article, reading, claim, derivation, finding, failure, decision)}

# What `forget` may empty; the digest of these columns stands in the row's `content` and stays.
ERASABLE: dict[str, tuple[str, ...]] = {
    "snapshot": ("headers", "data"),
    "article": ("id", "source", "url", "site", "title", "published", "text", "body"),
    "claim": tuple("event status voice place country place_precision lat lon time_from time_to body".split()),
    "finding": ("kind", "claims", "message"),
}
