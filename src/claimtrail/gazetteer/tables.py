"""The gazetteer's data files: tab-separated, `#` for remarks, the first other line naming the columns."""

from pathlib import Path

DATA = Path(__file__).parent / "data"
DEFAULT = DATA / "gazetteer.sqlite"


def table(name: str, folder: Path = DATA) -> list[dict[str, str]]:
    """The rows of `name`.tsv in order, each by column; a cell left out at the end is empty."""
    lines = (folder / f"{name}.tsv").read_text("utf-8").splitlines()
    head, *body = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [dict(zip(head, cells + [""] * (len(head) - len(cells)), strict=True)) for cells in body]


def split(cell: str) -> list[str]:
    """The items of a cell that lists several, parted by `|`."""
    return [item.strip() for item in cell.split("|") if item.strip()]
