"""The `claimtrail` command."""

import sys
from typing import Annotated

import typer

from claimtrail import __version__
from claimtrail.cli import find
from claimtrail.cli.add import add, watch
from claimtrail.cli.gazetteer import app as gazetteer
from claimtrail.cli.ledger import app as ledger_commands
from claimtrail.cli.model import app as model
from claimtrail.cli.place import HELP, VARIABLE
from claimtrail.cli.read import read
from claimtrail.errors import ClaimtrailError

app = typer.Typer(
    name="claimtrail",
    help="Read conflict news into source-attributed claims: who says that what happened to whom, where, when.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command(short_help="Read articles and print their claims.")(read)
app.command(short_help="Read articles and store their claims in the ledger.")(add)
app.command(short_help="Read feeds again and again into the ledger.")(watch)
app.command("list", short_help="List the articles of the ledger.")(find.list_)
app.command(short_help="Show an article of the ledger with its claims.")(find.show)
app.command(short_help="Search the articles of the ledger.")(find.search)
app.command(short_help="List what could not be read, and why.")(find.failures)
app.command(short_help="Erase an article from the ledger.")(find.forget)
app.add_typer(ledger_commands, name="ledger")
app.add_typer(gazetteer, name="gazetteer")
app.add_typer(model, name="model")


@app.callback(invoke_without_command=True)
def about(
    version: Annotated[bool, typer.Option("--version", help="Print the version and the sources of data.")] = False,
    ledger: Annotated[str | None, typer.Option(metavar="LEDGER", envvar=VARIABLE, help=HELP)] = None,
) -> None:
    """Read conflict news into source-attributed claims: who says that what happened to whom, where, when."""
    if version:
        typer.echo(f"claimtrail {__version__}\nPlace names: GeoNames (CC BY 4.0), https://www.geonames.org/")
        raise typer.Exit


def main() -> None:
    """Run the command; an error that ends the run is one line on standard error and exit status 2."""
    try:
        app(prog_name="claimtrail")
    except ClaimtrailError as error:
        typer.echo(f"claimtrail: {error}", err=True)
        sys.exit(2)
