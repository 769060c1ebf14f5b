"""Opening a ledger: the database behind a path or URL, its transactions, and its schema's version."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from claimtrail.errors import LedgerError

HEAD = "0001"
"""The newest migration."""
WAIT = 30_000
"""Milliseconds that one writer waits for another."""
_LOCK = 0x0C1A1A


def address(given: str) -> str:
    """The database URL of a path or URL."""
    if "://" not in given:
        return f"sqlite:///{Path(given).expanduser()}"
    return given.replace("postgresql://", "postgresql+psycopg://", 1).replace("postgres://", "postgresql+psycopg://", 1)


def connect(given: str, *, create: bool) -> Engine:
    """An engine for a ledger whose schema is the newest.

    An empty database is made into a ledger where `create` is true. `LedgerError` where there is none, where it cannot
    be reached, or where its schema is older or newer than this program's.
    """
    with failing(given):
        engine = engine_of(given, create=create)
        try:
            _fit(engine, given, create=create)
        except BaseException:
            engine.dispose()
            raise
    return engine


def _fit(engine: Engine, given: str, *, create: bool) -> None:
    """Make an empty database a ledger; refuse a schema that is not this program's."""
    found = version(engine)
    if found is None and create:
        migrate(engine)
    elif found is None:
        raise LedgerError(shown(given), "holds no ledger", "`claimtrail add` makes one")
    elif found != HEAD:
        remedy = "run `claimtrail ledger migrate`" if found < HEAD else "use a newer Claimtrail"
        raise LedgerError(shown(given), f"has schema {found}, this program needs {HEAD}", remedy)


def version(engine: Engine) -> str | None:
    """The migration that a database stands at; None where it holds no ledger."""
    with engine.connect() as bind:
        if not inspect(bind).has_table("alembic_version"):
            return None
        return bind.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(engine: Engine, to: str = "head", *, down: bool = False) -> None:
    """Bring a database's schema up (or down) to a migration, whole or not at all."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    with writing(engine) as bind:
        config.attributes["connection"] = bind
        (command.downgrade if down else command.upgrade)(config, to)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: one at a time, and kept whole or not at all."""
    with engine.connect().execution_options(writes=True) as bind, bind.begin():
        if bind.dialect.name == "postgresql":
            bind.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        yield bind


@contextmanager
def failing(given: str) -> Iterator[None]:
    """Errors of the database as errors of the ledger."""
    try:
        yield
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        remedy = "give a file, or postgresql://user@host/name (with `pip install claimtrail[postgres]`)"
        raise LedgerError(shown(given), f"is no ledger that can be opened: {error}", remedy) from error
    except DBAPIError as error:
        problem = " ".join(str(error.orig).split())
        raise LedgerError(shown(given), problem, "see that the database can be reached and is whole") from error


def shown(given: str) -> str:
    """A path or URL without its password."""
    return make_url(given).render_as_string(hide_password=True) if "://" in given else given


def engine_of(given: str, *, create: bool) -> Engine:
    """The database behind a path or URL, whatever it holds; SQLite files are made only where `create` is true."""
    url = make_url(address(given))
    if url.get_backend_name() != "sqlite":
        return create_engine(url)
    path = Path(url.database or "")
    if not create and not path.is_file():
        raise LedgerError(str(path), "there is no such ledger", "`claimtrail add` makes one")
    if create and not os.access(path if path.exists() else path.parent, os.W_OK):
        raise LedgerError(str(path), "cannot be written", "choose another place with --ledger")
    engine = create_engine(url, connect_args={"timeout": WAIT / 1000, "isolation_level": None})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: object) -> None:
    """SQLite as a ledger wants it: readers beside a writer, nothing lost at a crash, erased bytes overwritten."""
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        f"busy_timeout={WAIT}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(bind: Connection) -> None:
    bind.exec_driver_sql("BEGIN IMMEDIATE" if bind.get_execution_options().get("writes") else "BEGIN")
