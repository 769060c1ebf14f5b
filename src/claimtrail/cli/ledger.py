"""`claimtrail ledger`: proof, history, transfer and upkeep of a ledger."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrail.cli.place import Place, opened
from claimtrail.errors import LedgerError

if TYPE_CHECKING:
    from claimtrail.ledger.compare import Difference

app = typer.Typer(rich_markup_mode=None, help="Prove, compare, move and keep up a ledger.", no_args_is_help=True)
_EXPECT = typer.Option(metavar="HASH", help="A hash that `verify` printed before; it must still stand in the chain.")
_DOWN = typer.Option("--down", metavar="VERSION", help="Go back to an older schema, as 0001, or base for none.")


@app.command(short_help="Prove that nothing was altered or removed.")
def verify(ledger: Place = "", expect: Annotated[str | None, _EXPECT] = None) -> None:
    """Prove that no row was altered, removed or slipped in, and print the last hash.

    Write that hash down elsewhere: with --expect it later proves that the chain was not written anew.
    Exit status 2 where anything is wrong; the first bad row is named.

    \b
    Examples:
      claimtrail ledger verify
      claimtrail ledger verify --expect 3f9a…
    """
    from claimtrail.ledger.verify import verify as prove

    count, last = prove(opened(ledger), expect)
    typer.echo(f"{count:,} rows, all whole; the last hash is {last}")


@app.command(short_help="List the runs.")
def runs(ledger: Place = "") -> None:
    """List what has read: number, time, version, and how many articles.

    \b
    Examples:
      claimtrail ledger runs
    """
    from claimtrail.ledger.views import runs as find

    for number, at, version, count in find(opened(ledger)):
        typer.echo(f"{number}  {at}  claimtrail {version}  {count:,} articles")


@app.command(short_help="Compare two runs.")
def diff(
    one: Annotated[int, typer.Argument(metavar="RUN", hidden=True)],
    other: Annotated[int, typer.Argument(metavar="RUN", hidden=True)],
    ledger: Place = "",
) -> None:
    """Show how the claims of a second RUN differ from those of a first, in the articles that both have read.

    \b
    Examples:
      claimtrail ledger diff 1 5420
    """
    from claimtrail.ledger.compare import difference

    for each in difference(opened(ledger), one, other):
        typer.echo(_line(each))


@app.command(short_help="Write the ledger to one portable file.")
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", hidden=True)],
    ledger: Place = "",
) -> None:
    """Write the whole ledger to FILE, as JSON Lines, gzipped where its name ends in .gz.

    \b
    Examples:
      claimtrail ledger export ledger.jsonl.gz
    """
    from claimtrail.cli.portable import write_lines
    from claimtrail.ledger.transfer import export_lines

    count = write_lines(file, export_lines(opened(ledger)))
    typer.echo(f"{count - 2:,} rows in {file}")


@app.command("import", short_help="Make a ledger from a portable file.")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", hidden=True)],
    ledger: Place = "",
) -> None:
    """Fill a new ledger from a FILE that `claimtrail ledger export` wrote; every hash is proven on the way.

    \b
    Examples:
      claimtrail --ledger copy.sqlite ledger import ledger.jsonl.gz
    """
    from claimtrail.cli.portable import read_lines
    from claimtrail.ledger.transfer import import_lines

    count = import_lines(opened(ledger, create=True), read_lines(file), str(file))
    typer.echo(f"{count:,} rows from {file}")


@app.command(short_help="Bring the schema up to this program's.")
def migrate(ledger: Place = "", down: Annotated[str | None, _DOWN] = None) -> None:
    """Bring a ledger that an older Claimtrail made up to this one's schema; the rows stay as they are.

    \b
    Examples:
      claimtrail ledger migrate
    """
    from claimtrail.ledger.store import engine_of, failing, version
    from claimtrail.ledger.store import migrate as move

    with failing(ledger):
        engine = engine_of(ledger, create=False)
        if version(engine) is None:
            raise LedgerError(ledger, "holds no ledger", "`claimtrail add` makes one")
        move(engine, down or "head", down=down is not None)
        typer.echo(f"{ledger} has schema {version(engine) or 'none'}")


def _line(each: "Difference") -> str:
    claim = each.after or each.before
    assert claim is not None
    slots = f" ({', '.join(each.slots)})" if each.slots else ""
    return f"{each.article}  {each.source}  {each.change.value}: {claim.event.value} {claim.id}{slots}"
