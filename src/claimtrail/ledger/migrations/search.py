"""Full text of articles and map windows of claims, in each database's own way; both follow the rows by themselves."""

from sqlalchemy import Connection, text

_SQLITE = (
    """CREATE VIRTUAL TABLE article_words USING fts5(title, text, content='article', content_rowid='seq',
       tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER article_words_add AFTER INSERT ON article BEGIN
       INSERT INTO article_words(rowid, title, text) VALUES (NEW.seq, NEW.title, NEW.text); END""",
    """CREATE TRIGGER article_words_drop AFTER UPDATE ON article WHEN OLD.text IS NOT NULL BEGIN
       INSERT INTO article_words(article_words, rowid, title, text)
       VALUES ('delete', OLD.seq, OLD.title, OLD.text); END""",
    "CREATE VIRTUAL TABLE claim_area USING rtree(seq, south, north, west, east)",
    """CREATE TRIGGER claim_area_add AFTER INSERT ON claim WHEN NEW.lat IS NOT NULL BEGIN
       INSERT INTO claim_area VALUES (NEW.seq, NEW.lat, NEW.lat, NEW.lon, NEW.lon); END""",
    """CREATE TRIGGER claim_area_drop AFTER UPDATE ON claim WHEN OLD.lat IS NOT NULL BEGIN
       DELETE FROM claim_area WHERE seq = OLD.seq; END""",
)
_SQLITE_DROP = (
    "DROP TRIGGER claim_area_drop",
    "DROP TRIGGER claim_area_add",
    "DROP TABLE claim_area",
    "DROP TRIGGER article_words_drop",
    "DROP TRIGGER article_words_add",
    "DROP TABLE article_words",
)
# `simple` cuts words as SQLite does: names are not stemmed.
_POSTGRES = (
    """ALTER TABLE article ADD COLUMN words tsvector GENERATED ALWAYS AS
       (to_tsvector('simple', coalesce(title, '') || ' ' || coalesce(text, ''))) STORED""",
    "CREATE INDEX ix_article_words ON article USING gin (words)",
    "CREATE EXTENSION IF NOT EXISTS postgis",
    """ALTER TABLE claim ADD COLUMN area geometry(Point, 4326) GENERATED ALWAYS AS
       (ST_SetSRID(ST_MakePoint(lon, lat), 4326)) STORED""",
    "CREATE INDEX ix_claim_area ON claim USING gist (area)",
)
_POSTGRES_DROP = (
    "DROP INDEX ix_claim_area",
    "ALTER TABLE claim DROP COLUMN area",
    "DROP INDEX ix_article_words",
    "ALTER TABLE article DROP COLUMN words",
)


def add_search(bind: Connection) -> None:
    """Make the indexes; on PostgreSQL the PostGIS extension must be installed on the server."""
    _run(bind, _SQLITE if bind.dialect.name == "sqlite" else _POSTGRES)


def drop_search(bind: Connection) -> None:
    """Remove them; the PostGIS extension stays."""
    _run(bind, _SQLITE_DROP if bind.dialect.name == "sqlite" else _POSTGRES_DROP)


def _run(bind: Connection, statements: tuple[str, ...]) -> None:
    for statement in statements:
        bind.execute(text(statement))
