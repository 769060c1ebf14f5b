"""Which ledger a command works on: its own `--ledger`, that of `claimtrail`, the environment's, or the default."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from claimtrail.ledger import Ledger

VARIABLE = "CLAIMTRAIL_LEDGER"
DEFAULT = "claimtrail.sqlite"
HELP = f"The ledger: a file, or postgresql://user@host/name. Else ${VARIABLE}, else {DEFAULT} in this folder."


def _chosen(context: typer.Context, given: str | None) -> str:
    return given or context.find_root().params.get("ledger") or DEFAULT


Place = Annotated[str, typer.Option("--ledger", metavar="LEDGER", help=HELP, callback=_chosen, show_default=False)]
"""The path or URL of the ledger to work on."""


def opened(place: str, *, create: bool = False) -> "Ledger":
    """The ledger at a path or URL; the database's libraries are loaded only now."""
    from claimtrail.ledger import Ledger

    return Ledger.open(place, create=create)
