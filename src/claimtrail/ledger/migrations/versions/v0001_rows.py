"""The rows of the ledger, the chain over them, full text and map windows, and the guard against changes."""

import sqlalchemy as sa
from alembic import op

from claimtrail.ledger.migrations.guards import guard, unguard
from claimtrail.ledger.migrations.search import add_search, drop_search

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
# What each table may have emptied.
GUARDED: dict[str, tuple[str, ...]] = {
    "entry": (),
    "run": (),
    "reading": (),
    "derivation": (),
    "failure": (),
    "decision": (),
    "snapshot": ("headers", "data"),
    "article": ("id", "source", "url", "site", "title", "published", "text", "body"),
    "claim": (
        "event",
        "status",
        "voice",
        "place",
        "country",
        "place_precision",
        "lat",
        "lon",
        "time_from",
        "time_to",
        "body",
    ),
    "finding": ("kind", "claims", "message"),
}


def upgrade() -> None:
    """Make everything anew."""
    _chain()
    _evidence()
    _claims()
    _people()
    for table, erasable in GUARDED.items():
        guard(op.get_bind(), table, erasable)
    add_search(op.get_bind())


def downgrade() -> None:
    """Remove everything; the rows are lost."""
    drop_search(op.get_bind())
    for table in GUARDED:
        unguard(op.get_bind(), table)
    for table in ("decision", "failure", "finding", "derivation", "claim", "reading", "article", "snapshot", "run"):
        op.drop_table(table)
    op.drop_table("head")
    op.drop_table("entry")


def _seq() -> sa.Column[int]:
    return sa.Column("seq", NUMBER, primary_key=True, autoincrement=False)


def _to(table: str, name: str | None = None, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name or table, NUMBER, sa.ForeignKey(f"{table}.seq"), nullable=nullable)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _optional(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=True) for name in names]


def _chain() -> None:
    op.create_table("entry", _seq(), *_texts("kind", "digest", "hash"))
    op.create_table(
        "head",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("seq", NUMBER, nullable=False),
        *_texts("hash"),
    )


def _evidence() -> None:
    op.create_table(
        "run",
        _seq(),
        *_texts("at", "version", "models", "settings", "fingerprint"),
        sa.UniqueConstraint("fingerprint"),
    )
    op.create_table(
        "snapshot",
        _seq(),
        *_texts("sha256"),
        sa.Column("size", NUMBER, nullable=False),
        *_optional("media_type"),
        *_texts("fetched", "content"),
        *_optional("headers"),
        sa.Column("data", sa.LargeBinary, nullable=True),
        sa.UniqueConstraint("sha256"),
    )
    op.create_table(
        "article",
        _seq(),
        _to("snapshot"),
        *_texts("content"),
        *_optional("id", "source", "url", "site", "title", "published", "text", "body"),
        sa.UniqueConstraint("content"),
    )
    for column in ("id", "url", "published"):
        op.create_index(f"ix_article_{column}", "article", [column])


def _claims() -> None:
    op.create_table("reading", _seq(), _to("article"), _to("run"), *_texts("at"), sa.UniqueConstraint("article", "run"))
    op.create_table(
        "claim",
        _seq(),
        _to("article"),
        *_texts("claim_id", "content"),
        *_optional("event", "status", "voice", "place", "country", "place_precision"),
        sa.Column("lat", sa.Float(53), nullable=True),
        sa.Column("lon", sa.Float(53), nullable=True),
        *_optional("time_from", "time_to", "body"),
        sa.UniqueConstraint("article", "claim_id"),
    )
    op.create_index("ix_claim_event", "claim", ["event"])
    op.create_index("ix_claim_time_from", "claim", ["time_from"])
    op.create_table("derivation", _seq(), _to("claim"), _to("reading"), *_texts("confidence"))
    op.create_index("ix_derivation_reading", "derivation", ["reading"])
    op.create_index("ix_derivation_claim", "derivation", ["claim"])
    op.create_table("finding", _seq(), _to("reading"), *_texts("content"), *_optional("kind", "claims", "message"))
    op.create_index("ix_finding_reading", "finding", ["reading"])


def _people() -> None:
    op.create_table("failure", _seq(), _to("run"), *_texts("at", "source", "problem", "remedy"))
    op.create_table(
        "decision",
        _seq(),
        *_texts("at", "who", "kind", "subject"),
        *_optional("before", "after"),
        *_texts("reason"),
        _to("decision", "supersedes", nullable=True),
    )
    op.create_index("ix_decision_subject", "decision", ["subject"])
