"""The comment thread of a page: authors, times and nesting, by each content system's markup (`data/comments.toml`)."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

from claimtrail.ingest.dates import moment
from claimtrail.ingest.html.dom import Node, Tree, ancestors, attribute, classes, paragraphs, words

_SAYS = re.compile(r"\s*(?:says?|said|wrote|writes|commented)?\s*:?\s*$", re.IGNORECASE)
_BY = re.compile(r"^(?:(?:submitted |posted |comment )?by:? )", re.IGNORECASE)
_BUTTON = re.compile(
    r"(?:reply|like|report|share|log in to reply|permalink|edit|↑|↓|\d+)(?: ?[|•·] ?\w+)*", re.IGNORECASE
)
_IDS = ("id", "data-id", "data-comment-id", "data-post-number")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its words, and who wrote it when; `reply_to` is the index of the comment answered."""

    text: str
    author: str | None
    time: str | None
    reply_to: int | None


@dataclass(frozen=True, slots=True)
class System:
    """The markup of one content system's comments, as CSS selectors."""

    name: str
    comment: str
    author: str
    time: str
    text: str
    parent: str = ""
    level: str = ""
    indent: str = ""


@cache
def systems() -> tuple[System, ...]:
    """The content systems known, in the order they are tried."""
    data = tomllib.loads(files("claimtrail.ingest").joinpath("data/comments.toml").read_text("utf-8"))
    return tuple(System(**system) for system in data["system"])


def take_thread(tree: Tree) -> list[Comment]:
    """The comments of a page in their order on it; their elements are taken out of `tree`.

    The markup of several systems may seem to fit; the one that tells the most authors and times is taken.
    """
    threads = [(nodes, _read(nodes, system)) for system in systems() if (nodes := _nodes(tree, system))]
    nodes, comments = max(threads, key=lambda thread: _told(thread[1]), default=([], []))
    for node in nodes if comments else ():
        node.decompose()
    return comments


def _told(comments: Sequence[Comment]) -> int:
    return sum(1 + (comment.author is not None) + (comment.time is not None) for comment in comments)


def _nodes(tree: Tree, system: System) -> list[Node]:
    """The comment elements that hold words of their own."""
    found = {node.mem_id: node for node in tree.css(system.comment)}
    return [node for node in found.values() if _own(node, system.text, found) is not None and not _whole(node)]


def _whole(node: Node) -> bool:
    """Whether an element is the page's frame rather than a comment: it holds the heading of the page."""
    return node.tag in ("body", "main", "html") or node.css_first("h1") is not None


def _own(node: Node, selector: str, comments: dict[int, Node]) -> Node | None:
    """The first element in `node`, and not in a comment nested in it, that an alternative of `selector` finds.

    The alternatives are tried one by one, the most telling first.
    """
    for alternative in selector.split(", "):
        for found in node.css(alternative):
            around = next((a.mem_id for a in ancestors(found) if a.mem_id in comments or a.mem_id == node.mem_id), None)
            if found.mem_id not in comments and around == node.mem_id:
                return found
    return None


def _read(nodes: Sequence[Node], system: System) -> list[Comment]:
    inside = {node.mem_id: node for node in nodes}
    comments: list[Comment] = []
    places: dict[int, int] = {}
    for node in nodes:
        text = _text(node, system, inside)
        if text:
            parent = _parent(node, nodes, places, system)
            comments.append(Comment(text, _author(node, system, inside), _time(node, system, inside), parent))
            places[node.mem_id] = len(comments) - 1
    return comments


def _text(node: Node, system: System, inside: dict[int, Node]) -> str:
    found = _own(node, system.text, inside)
    if found is None:
        return ""
    if found.tag == "p" or any(child.tag == "p" and child.css_matches(system.text) for child in found.iter()):
        own = {child.mem_id: child for child in node.css(system.text) if _belongs(child, node, inside)}
        parts = [part for child in own.values() for part in paragraphs(child)]
    else:
        parts = _body(found, system)
    return "\n".join(part for part in parts if not _BUTTON.fullmatch(part))


def _body(found: Node, system: System) -> list[str]:
    """The paragraphs of a comment's body; where the body also holds author and time, its paragraph elements alone."""
    if found.css_first(system.author) is None and found.css_first("time") is None:
        return paragraphs(found)
    inner = [part for child in found.css("p") for part in paragraphs(child)]
    return inner or paragraphs(found)


def _belongs(child: Node, node: Node, inside: dict[int, Node]) -> bool:
    return next((a.mem_id for a in ancestors(child) if a.mem_id in inside), None) == node.mem_id


def _author(node: Node, system: System, inside: dict[int, Node]) -> str | None:
    found = _own(node, system.author, inside)
    name = _BY.sub("", _SAYS.sub("", words(found))) if found is not None else ""
    when = moment(name)
    name = name[: when[2]] if when else name
    name = re.split(r"\s+(?:[|•·»–—]|on|at)(?:\s|$)", name)[0].strip(" ,:")
    return name if 0 < len(name) <= 60 else None


def _time(node: Node, system: System, inside: dict[int, Node]) -> str | None:
    """ISO 8601 where the markup or the words give a full date, else the words that stand in its place."""
    found = _own(node, system.time, inside)
    if found is None:
        return None
    for name in ("datetime", "content", "title", "data-time", "data-utime"):
        value = attribute(found, name)
        if value and value.isdigit() and len(value) in (10, 13):
            seconds = int(value) / (1000 if len(value) == 13 else 1)
            return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="minutes").replace("+00:00", "Z")
        when = moment(value) if value else None
        if when:
            return when[0]
    shown = words(found)
    when = moment(shown)
    return when[0] if when else (shown if 0 < len(shown) <= 40 and any(c.isdigit() for c in shown) else None)


def _parent(node: Node, nodes: Sequence[Node], places: dict[int, int], system: System) -> int | None:
    around = next((places[a.mem_id] for a in ancestors(node) if a.mem_id in places), None)
    if around is not None:
        return around
    answered = _attribute_inside(node, system.parent) if system.parent else None
    if answered:
        return _place_of_id(answered, nodes, places)
    if system.indent:
        return _before_indent(node, nodes, places, system.indent)
    return _by_level(node, nodes, places, system.level) if system.level else None


def _attribute_inside(node: Node, name: str) -> str | None:
    return attribute(node, name) or attribute(node.css_first(f"[{name}]"), name)


def _place_of_id(answered: str, nodes: Sequence[Node], places: dict[int, int]) -> int | None:
    """The comment whose id, or number in its id or data attributes, is `answered`."""
    wanted = answered.removeprefix("comment-").removeprefix("post-")
    for node in nodes:
        values = [attribute(node, name) or "" for name in _IDS]
        same = any(value == answered or re.split(r"[-_]", value)[-1] == wanted for value in values)
        if same and node.mem_id in places:
            return places[node.mem_id]
    return None


def _before_indent(node: Node, nodes: Sequence[Node], places: dict[int, int], indent: str) -> int | None:
    """The comment that stands before the innermost wrapper of answers around `node`."""
    wrapper = next((a for a in ancestors(node) if indent in classes(a)), None)
    known = {one.mem_id for one in nodes}
    before = wrapper.prev if wrapper is not None else None
    while before is not None and before.mem_id not in known:
        before = before.prev
    return places.get(before.mem_id) if before is not None else None


def _by_level(node: Node, nodes: Sequence[Node], places: dict[int, int], level: str) -> int | None:
    """The nearest comment before `node` that stands one level higher."""
    depth = _depth(node, level)
    if not depth:
        return None
    before = [one for one in nodes if one.mem_id in places and one.mem_id != node.mem_id]
    return next((places[one.mem_id] for one in reversed(before) if _depth(one, level) < depth), None)


def _depth(node: Node, level: str) -> int:
    found = [name.removeprefix(level) for name in classes(node) if name.startswith(level)]
    return int(found[0]) if found and found[0].isdigit() else 0
