"""Small readings of a parsed page: the words of an element, its paragraphs, its attributes."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

Tree = LexborHTMLParser
Node = LexborNode

_BREAKING = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main"
    " nav ol p pre section table td th tr ul".split()
)
_SILENT = frozenset("script style noscript template svg iframe button select textarea".split())


@cache
def selectors() -> dict[str, Any]:
    """The selectors of `data/page.toml`, each on one line."""
    data = tomllib.loads(files("claimtrail.ingest").joinpath("data/page.toml").read_text("utf-8"))
    return {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in data.items()}


def parse(text: str) -> Tree:
    """The tree of a page; HTML that is broken is mended as browsers mend it."""
    return LexborHTMLParser(text)


def attribute(node: Node | None, name: str) -> str | None:
    """The value of an attribute without its outer white space; None where it is absent or empty."""
    value = node.attributes.get(name) if node is not None else None
    return value.strip() or None if value else None


def paragraphs(node: Node) -> list[str]:
    """The words of an element, one string a block element or line break, white space made single."""
    pieces: list[str] = []
    stack: list[Node | None] = [node]
    while stack:
        current = stack.pop()
        if current is None:
            pieces.append("\n")
        elif current.is_text_node:
            pieces.append(re.sub(r"\s+", " ", current.text_content or ""))
        elif current.is_element_node and current.tag not in _SILENT:
            breaking = current.tag in _BREAKING
            pieces.append("\n" if breaking else "")
            stack.extend([None] if breaking else [])
            stack.extend(reversed(list(current.iter(include_text=True))))
    return [line for raw in "".join(pieces).split("\n") if (line := squeezed(raw))]


def words(node: Node | None) -> str:
    """The words of an element on one line."""
    return " ".join(paragraphs(node)) if node is not None else ""


def squeezed(text: str) -> str:
    """`text` with every run of white space made one blank, and none around it."""
    return " ".join(text.split())


def folded(text: str) -> str:
    """`text` for comparison: letters and digits alone, in one case."""
    return re.sub(r"[\W_]+", "", text).casefold()


def ancestors(node: Node) -> Iterator[Node]:
    """The elements around `node`, the nearest first."""
    current = node.parent
    while current is not None:
        yield current
        current = current.parent


def classes(node: Node) -> list[str]:
    """The class names of an element."""
    return (attribute(node, "class") or "").split()
