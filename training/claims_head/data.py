"""Annotated articles as word ranges: what the claims head learns from."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from claimtrail.model import Span
from claimtrail.model.claim import Category, Event, Outcome, Status
from claimtrail.reader.claims_head_input import Window, Words, read_words, windows

Range = tuple[int, int]

EVENTS = [e.value for e in Event]
STATUSES = [s.value for s in Status]
OUTCOMES = [o.value for o in Outcome]
CATEGORIES = [c.value for c in Category]

COUNT_REACH = 250
"""Characters within which the words of a count are looked for around who was lost."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Who was lost, how, and the range of the count's words where there are any."""

    who: Range
    outcome: int
    category: int
    count: Range | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim over word ranges; `arguments` are (role, range, place in the chain of speakers)."""

    trigger: Range
    event: int
    status: int
    arguments: tuple[tuple[str, Range, int], ...]
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its annotation, as stored."""

    id: str
    set: str
    text: str
    annotation: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """One window of an article and the claims whose triggers lie in it."""

    article: str
    set: str
    words: Words
    window: Window
    claims: tuple[Claim, ...]


def articles(folder: Path, name: str) -> Iterator[Article]:
    """The annotated articles of `NAME.jsonl` and `NAME/ID.json`; lines end at LF alone."""
    for line in (folder / f"{name}.jsonl").read_text().split("\n"):
        if not line.strip():
            continue
        record = json.loads(line)
        path = folder / name / f"{record['id']}.json"
        if path.exists():
            yield Article(record["id"], name, record["text"], json.loads(path.read_text()))


def held_out(article: str, parts: int = 6) -> bool:
    """Whether an article, by the hash of its id, is kept for choosing among models."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % parts == 0


def in_part(id: str, share: float) -> bool:
    """Whether an article is in a share of all, by the hash of its id: a larger share holds every smaller one."""
    return int(hashlib.sha256(f"part {id}".encode()).hexdigest(), 16) % 1000 < 1000 * share


def locate(text: str, mention: dict[str, Any]) -> Span:
    """Where the nth occurrence of a mention lies."""
    start = -1
    for _ in range(mention.get("nth", 1)):
        start = text.find(mention["text"], start + 1)
        if start < 0:
            raise ValueError(f"no occurrence {mention.get('nth', 1)} of {mention['text']!r}")
    return Span(start, start + len(mention["text"]))


def locate_count(text: str, count: str, who: Span) -> Span | None:
    """The occurrence of a count's words nearest to who was lost, those before it preferred."""
    found = [Span(m.start(), m.end()) for m in re.finditer(re.escape(count), text)] if count else []
    near = [(who.start - s.end if s.end <= who.end else 40 + s.start - who.end, s) for s in found]
    close = [(abs(d), s) for d, s in near if abs(d) < COUNT_REACH]
    return min(close)[1] if close else None


def examples(article: Article, tokenizer: Tokenizer, lexicon: Mapping[str, int], limit: int) -> list[Example]:
    """The windows of an article with the claims inside each; an argument outside the window is dropped."""
    words = read_words(tokenizer, lexicon, article.text, [Span(0, len(article.text))])
    if not len(words):
        return []
    claims = _claims(article, words)
    found = []
    for window in windows(words, limit):
        inside = [_inside(c, window) for c in claims if window.first <= c.trigger[0] and c.trigger[1] <= window.last]
        found.append(Example(article.id, article.set, words, window, tuple(inside)))
    return found


def _claims(article: Article, words: Words) -> list[Claim]:
    found: dict[Range, Claim] = {}
    for record in article.annotation["claims"]:
        claim = _claim(article.text, words, record)
        known = found.get(claim.trigger)
        if known is None:
            found[claim.trigger] = claim
        else:
            arguments = tuple(dict.fromkeys(known.arguments + claim.arguments))
            found[claim.trigger] = Claim(
                known.trigger, known.event, known.status, arguments, known.losses + claim.losses
            )
    return list(found.values())


def _claim(text: str, words: Words, record: dict[str, Any]) -> Claim:
    def at(mention: dict[str, Any]) -> Range:
        return word_range(words, locate(text, mention))

    arguments = [(role, at(m), 0) for role in ("actor", "target") for m in record.get(f"{role}s", [])]
    arguments += [(role, at(record[role]), 0) for role in ("place", "time") if record.get(role)]
    arguments += [("speaker", at(m), i) for i, m in enumerate(record.get("attribution", []))]
    losses = []
    for loss in record.get("losses", []):
        who = locate(text, loss["who"])
        count = locate_count(text, loss.get("count_text") or "", who)
        counted = word_range(words, count) if count else None
        losses.append(
            Loss(word_range(words, who), OUTCOMES.index(loss["outcome"]), CATEGORIES.index(loss["category"]), counted)
        )
    return Claim(
        at(record["trigger"]),
        EVENTS.index(record["event"]),
        STATUSES.index(record["status"]),
        tuple(arguments),
        tuple(losses),
    )


def word_range(words: Words, span: Span) -> Range:
    """The half-open range of the words that share a character with a span; ValueError if there is none."""
    first = int((words.end > span.start).argmax()) if len(words) and words.end[-1] > span.start else len(words)
    last = int((words.start < span.end).sum())
    if first >= last:
        raise ValueError(f"no word at {span.start}..{span.end}")
    return first, last


def _inside(claim: Claim, window: Window) -> Claim:
    def fits(r: Range) -> bool:
        return window.first <= r[0] and r[1] <= window.last

    losses = tuple(
        Loss(x.who, x.outcome, x.category, x.count if x.count and fits(x.count) else None)
        for x in claim.losses
        if fits(x.who)
    )
    return Claim(claim.trigger, claim.event, claim.status, tuple(a for a in claim.arguments if fits(a[1])), losses)
