"""What a single line of a saved page is by its wording alone; the phrases are data (`data/furniture.toml`)."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from claimtrail.ingest.dates import moment

_SEPARATOR = re.compile(r"\s*(?:[|•·›»]|\] ?\[)\s*|\s{2,}")
_NAMED = re.compile(r"[\"“‘(]?(?:[A-ZÀ-Þ]|our |a (?:special|staff) )")
_FURNITURE_LENGTH = 260  # characters: a longer line is prose
_DATE_REST = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|at|on|[,.()|–—-]|\s"
    r"|[a-z]{2,4}t\b|gmt|utc|updated|published|posted|first|last)*:?",
    re.IGNORECASE,
)


class Role(StrEnum):
    """What a line is by its wording."""

    NAVIGATION = "navigation"
    FURNITURE = "furniture"
    RELATED = "related"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    CAPTION_LABEL = "caption label"
    COMMENTS = "comments"
    DOUBTFUL = "doubtful"
    LETTERS = "letters"
    FORM = "form"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The compiled phrases of `data/furniture.toml`."""

    menu: frozenset[str]
    byline: tuple[re.Pattern[str], ...]
    headings: tuple[re.Pattern[str], ...]
    caption: re.Pattern[str]
    lines: tuple[tuple[Role, re.Pattern[str]], ...]


@cache
def phrases() -> Phrases:
    """The phrases, read once."""
    data = tomllib.loads(files("claimtrail.ingest").joinpath("data/furniture.toml").read_text("utf-8"))
    comments, caption = data["comments"], data["caption"]
    return Phrases(
        menu=frozenset(data["navigation"]["words"].split()),
        byline=tuple(re.compile(line, re.IGNORECASE) for line in data["byline"]["lines"]),
        headings=tuple(re.compile(line, re.IGNORECASE) for line in comments["headings"]),
        caption=_any(caption["lines"] + caption["credits"]),
        lines=(
            (Role.CAPTION_LABEL, _any(caption["labels"])),
            (Role.FORM, _any(comments["form"])),
            (Role.LETTERS, _any(comments["letters"])),
            (Role.DOUBTFUL, _any(comments["doubtful"])),
            (Role.RELATED, _any(data["related"]["lines"])),
            (Role.NAVIGATION, _any(data["navigation"]["lines"])),
            (Role.FURNITURE, _any(data["furniture"]["lines"])),
            (Role.DATE, _any(data["byline"]["dates"])),
        ),
    )


def role(line: str) -> Role:
    """What `line` is by its wording alone; anything not clearly something else is prose."""
    known = phrases()
    if known.caption.fullmatch(line):
        return Role.CAPTION
    if len(line) > _FURNITURE_LENGTH:
        return Role.PROSE
    if not line.endswith(".") and any(pattern.fullmatch(line) for pattern in known.headings):
        return Role.COMMENTS
    for kind, pattern in known.lines:
        if pattern.fullmatch(line) and (kind is not Role.DATE or moment(line)):
            return kind
    if dated(line):
        return Role.DATE
    if byline(line):
        return Role.BYLINE
    return Role.NAVIGATION if _menu(line, known.menu) else Role.PROSE


def menu_entry(line: str) -> bool:
    """Whether `line` is one entry of a site's menu and nothing else ("News", "World"), or the label of a date."""
    return line.lower() in phrases().menu or line.lower() in ("published", "updated")


def heading_title(line: str) -> str | None:
    """The title that a comments heading repeats ('3 comments on "TITLE"'), or None."""
    for pattern in phrases().headings:
        match = pattern.fullmatch(line)
        if match and "title" in match.groupdict() and match["title"]:
            return str(match["title"]).strip(" \"'“”‘’«»")
    return None


def byline(line: str) -> str | None:
    """The names in a byline ("By A and B", "Posted by A | ..."), or None where `line` is not one."""
    if len(line.split()) > 16:
        return None
    for pattern in phrases().byline:
        match = pattern.fullmatch(line)
        if match and _NAMED.match(match["names"]) and not _sentence(line):
            return str(match["names"])
    return None


def dated(line: str) -> bool:
    """Whether `line` is a full date and nothing else ("Sunday 12 November 2023", "(5 February 2018)")."""
    when = moment(line) if len(line) < 80 else None
    return when is not None and _DATE_REST.fullmatch(line[: when[2]] + line[when[3] :]) is not None


def _sentence(line: str) -> bool:
    last = line.split()[-1]
    return line.endswith((".", "!", "?")) and len(last.rstrip(".")) > 2


def _menu(line: str, words: frozenset[str]) -> bool:
    """Whether a line is a menu: three or more short entries in a row, or mostly words of site menus."""
    parts = [part for part in _SEPARATOR.split(line.strip(" |[]•·")) if part]
    short = all(len(part.split()) <= 5 and not part.endswith(".") for part in parts)
    dates = [part for part in parts if moment(part)]
    plain = not any(character.isdigit() for part in parts if part not in dates for character in part)
    if len(parts) >= 3 and short and plain:
        return True
    tokens = [token.strip("|/&[]·•,").lower() for token in line.split()]
    tokens = [token for token in tokens if token]
    known = sum(token in words for token in tokens)
    return len(tokens) >= 3 and known >= 0.7 * len(tokens) and not line.endswith((".", "?", "!"))


def _any(patterns: list[str]) -> re.Pattern[str]:
    # Patterns that name groups are compiled one by one; here group names would clash.
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
