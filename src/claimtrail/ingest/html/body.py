"""The running text of a page, found by trafilatura and put back into headings, paragraphs, quotes and list items."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from claimtrail.ingest.html.dom import Tree, ancestors, paragraphs, squeezed
from claimtrail.model import BlockKind

Part = tuple[BlockKind, str]

_RUNNING = ("p", "li", "blockquote", "pre")
_LEAST = 140  # characters below which a page's body is looked for in its paragraphs too
# trafilatura reports what it cannot find in its own log; here an empty answer says the same.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def body(tree: Tree, stated: str | None) -> list[Part]:
    """The body of a page in order; `stated` is the text that the page's metadata gives as its body.

    Headings without a final stop are headlines, others body. Empty where the page has no text.
    """
    from trafilatura import bare_extraction

    found = bare_extraction(tree.html or "", include_comments=False, with_metadata=False)
    parts = list(_parts(getattr(found, "body", None)))
    written = [(BlockKind.BODY, squeezed(line)) for line in re.split(r"\n+", stated or "") if line.strip()]
    undivided = len(parts) == 1 and _size(written) * 10 >= _size(parts) * 9
    if _size(parts) >= _LEAST and not undivided:
        return parts
    shown = _shown(tree)
    if _size(written) > _size(shown):
        return written
    return shown or parts


def _size(parts: list[Part]) -> int:
    return sum(len(text) for _, text in parts)


def _shown(tree: Tree) -> list[Part]:
    """The paragraph elements of a page that is too short for trafilatura; without any, all its words."""
    nodes = [node for node in tree.css(", ".join(_RUNNING)) if not any(a.tag in _RUNNING for a in ancestors(node))]
    lines = [line for node in nodes for line in paragraphs(node)]
    if not lines and tree.body is not None:
        lines = paragraphs(tree.body)
    return [(BlockKind.BODY, line) for line in lines]


def _parts(root: Any) -> Iterator[Part]:
    for element in root if root is not None else ():
        kind = BlockKind.QUOTE if element.tag == "quote" else BlockKind.BODY
        for line in _rows(element) if element.tag == "table" else _lines(element):
            subhead = element.tag == "head" and not line.endswith((".", ":"))
            yield (BlockKind.HEADLINE if subhead else kind), line
        if tail := squeezed(element.tail or ""):
            yield BlockKind.BODY, tail


def _lines(element: Any) -> list[str]:
    """The words of an element of trafilatura's tree, parted at line breaks, paragraphs and list items."""
    return [line for raw in "".join(_pieces(element)).split("\n") if (line := squeezed(raw))]


def _pieces(element: Any) -> Iterator[str]:
    breaking = element.tag in ("lb", "p", "item", "head", "list", "row")
    yield "\n" if breaking else ""
    yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        yield from _pieces(child)
        yield re.sub(r"\s+", " ", child.tail or "")
    yield "\n" if breaking else ""


def _rows(table: Any) -> list[str]:
    rows = [[squeezed("".join(cell.itertext())) for cell in row.iter("cell")] for row in table.iter("row")]
    return [" | ".join(cell for cell in row if cell) for row in rows if any(row)]
