"""Ledgers to test with: each test gets its own, on a real SQLite file and on a real PostgreSQL server."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from claimtrail.ledger import Ledger
from claimtrail.ledger.store import address
from tests.ledger.server import MISSING, installed, server

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a server that runs while the tests do."""
    if not installed():
        pytest.skip(MISSING)
    with server() as url:
        yield url


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new ledger's file, to copy: making the schema takes longer than most tests."""
    path = tmp_path_factory.mktemp("new") / "ledger.sqlite"
    Ledger.open(str(path), create=True).close()
    return path


@pytest.fixture(scope="session")
def new_database(postgres: str) -> str:
    """The name of a new ledger's database, to copy."""
    _database(postgres, "fresh")
    Ledger.open(f"{postgres}/fresh", create=True).close()
    return "fresh"


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where there is no ledger yet."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.sqlite")
    url = request.getfixturevalue("postgres")
    return f"{url}/{_database(url, f'empty{next(_NUMBERS)}')}"


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger is."""
    if request.param == "sqlite":
        return str(shutil.copy(request.getfixturevalue("new_file"), tmp_path / "ledger.sqlite"))
    url, template = request.getfixturevalue("postgres"), request.getfixturevalue("new_database")
    return f"{url}/{_database(url, f'ledger{next(_NUMBERS)}', template)}"


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """A new ledger."""
    made = Ledger.open(place)
    yield made
    made.close()


def _database(url: str, name: str, template: str = "template1") -> str:
    engine = create_engine(address(f"{url}/postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as bind:
        bind.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    engine.dispose()
    return name
