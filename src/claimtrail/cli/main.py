"""The `claimtrail` command."""

import sys
from typing import Annotated

import typer

from claimtrail import __version__
from claimtrail.cli.gazetteer import app as gazetteer
from claimtrail.cli.model import app as model
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
app.add_typer(gazetteer, name="gazetteer")
app.add_typer(model, name="model")


@app.callback(invoke_without_command=True)
def about(
    version: Annotated[bool, typer.Option("--version", help="Print the version and the sources of data.")] = False,
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
