"""The schema's migrations, up and down, with rows in it; and that they make what the code says."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from claimtrail.errors import LedgerError
from claimtrail.ledger import Ledger
from claimtrail.ledger.schema import metadata
from claimtrail.ledger.store import HEAD, address, migrate, version
from claimtrail.ledger.verify import verify
from tests.ledger.articles import RUN, result

# What migrations make in each database's own way.
OWN = ("article_words", "claim_area", "alembic_version", "spatial_ref_sys")


@pytest.mark.filterwarnings("ignore:Did not recognize type .geometry.")
def test_migrations_make_the_tables_of_the_code(ledger: Ledger) -> None:
    with ledger.engine.connect() as bind:
        found = compare_metadata(MigrationContext.configure(bind), metadata)
    odd = [each for each in found if not any(name in str(each) for name in (*OWN, "ix_article_words", "words", "area"))]
    assert odd == []


def test_down_removes_everything_and_up_makes_it_again(ledger: Ledger) -> None:
    ledger.add([result()], RUN)
    migrate(ledger.engine, "base", down=True)
    left = set(inspect(ledger.engine).get_table_names()) - set(OWN)
    assert left == set()
    migrate(ledger.engine)
    assert version(ledger.engine) == HEAD
    assert ledger.add([result()], RUN) == 1
    verify(ledger)


@pytest.mark.parametrize(("found", "remedy"), [("0000", "ledger migrate"), ("9999", "newer Claimtrail")])
def test_another_schema_is_refused_with_the_remedy(ledger: Ledger, place: str, found: str, remedy: str) -> None:
    with ledger.engine.begin() as bind:
        bind.execute(text(f"UPDATE alembic_version SET version_num = '{found}'"))
    with pytest.raises(LedgerError, match=remedy):
        Ledger.open(place)


def test_addresses_are_files_or_urls() -> None:
    assert address("a/b.sqlite") == "sqlite:///a/b.sqlite"
    assert address("postgresql://h/x") == address("postgres://h/x") == "postgresql+psycopg://h/x"
