"""Scores the head by the gold scorer, its counts and times read by the product's own rules."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimtrail.claims.counts import bare, parse_count
from claimtrail.claims.times import find_times, resolve_times
from claimtrail.model import Span
from claimtrail.reader.claims_head_decode import (
    Answer,
    Decoder,
    Event,
    Network,
    Role,
    Thresholds,
    answers,
    decide,
    looks,
)
from claimtrail.reader.claims_head_input import Words, windows
from training.claims_head.data import Article

Record = dict[str, Any]


class Times:
    """The time expressions of an article, resolved."""

    def __init__(self, article: Article) -> None:
        phrases = find_times(article.text, Span(0, len(article.text)))
        self.ranges = resolve_times(phrases, article.annotation.get("published"), article.text)

    def at(self, span: Span) -> Record:
        """First and last day of the expression that overlaps a span most; None where there is none."""
        near = [r for r in self.ranges if r.span.overlaps(span)]
        best = max(near, key=lambda r: min(r.span.end, span.end) - max(r.span.start, span.start), default=None)
        return {"from": best.start if best else None, "to": best.end if best else None}


def claims(seen: "Seen", events: Sequence[Event], roles: Sequence[Role]) -> list[Record]:
    """The claims that events and roles make, in the shape the scorer reads."""

    def mention(first: int, last: int) -> Record:
        a, b = int(seen.words.start[first]), int(seen.words.end[last - 1])
        return {"text": seen.article.text[a:b], "start": a, "end": b}

    made: list[Record] = [
        {
            "event": e.event,
            "status": e.status,
            "voice": "body",
            "trigger": mention(e.first, e.last),
            "actors": [],
            "targets": [],
            "losses": [],
            "place": None,
            "time": None,
            "attribution": [],
        }
        for e in events
    ]
    counted = {r.of: r for r in roles if r.role == "count"}
    for index, role in enumerate(roles):
        claim, m = made[role.event], mention(role.first, role.last)
        if role.role in ("actor", "target"):
            claim[f"{role.role}s"].append(m)
        elif role.role == "speaker":
            claim["attribution"].append(m)
        elif role.role == "place":
            claim["place"] = m | {"relation": "in"}
        elif role.role == "time":
            claim["time"] = m | seen.times.at(Span(m["start"], m["end"]))
        elif role.role == "who":
            count = counted.get(index)
            claim["losses"].append(_loss(m, role, mention(count.first, count.last) if count else None))
    return made


def _loss(who: Record, role: Role, count: Record | None) -> Record:
    words = count["text"] if count else ""
    plural = who["text"].casefold().endswith(("s", "men", "people", "children"))
    found = parse_count(words, Span(0, len(words))) if count else None
    amount = found or bare(plural)
    return {
        "who": who,
        "category": role.category,
        "outcome": role.outcome,
        "count": {"low": amount.low, "high": amount.high, "text": words},
    }


@dataclass(frozen=True, slots=True)
class Seen:
    """An article with what the model says of it, so that thresholds can be tried without running it again."""

    article: Article
    words: Words
    times: Times
    answers: list[Answer]


def look(
    network: Network,
    read: Callable[[Article], Words],
    thresholds: Thresholds,
    articles: Sequence[Article],
    limit: int,
) -> list[Seen]:
    """Run the model over articles."""
    found = []
    for article in articles:
        words = read(article)
        given = list(answers(network, words, looks(network, words, windows(words, limit)), thresholds))
        found.append(Seen(article, words, Times(article), given))
    return found


def predict(decoder: Decoder, seen: Sequence[Seen]) -> list[Record]:
    """One record an article."""
    return [{"article": {"id": s.article.id}, "claims": claims(s, *decide(decoder, s.answers))} for s in seen]


def score(records: Sequence[Record], articles: Sequence[Article], scorer: Path, errors: bool = False) -> Any:
    """The figures of the gold scorer for predicted records, slot by slot; with `errors`, its printed list."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "gold").mkdir()
        texts = [json.dumps({"id": a.id, "text": a.text}) for a in articles]
        (folder / "articles.jsonl").write_text("\n".join(texts))
        for a in articles:
            (folder / "gold" / f"{a.id}.json").write_text(json.dumps(a.annotation))
        (folder / "predicted.jsonl").write_text("\n".join(json.dumps(r) for r in records))
        command = [
            sys.executable,
            str(scorer.resolve()),
            "articles.jsonl",
            "gold",
            "predicted.jsonl",
            "--errors" if errors else "--json",
        ]
        done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout if errors else json.loads(done.stdout)


def summary(figures: dict[str, dict[str, float]]) -> str:
    """F1 × 100 of the slots in one line."""
    slots = (
        "all",
        "claim",
        "event",
        "status",
        "actors",
        "targets",
        "losses",
        "figures",
        "place",
        "time",
        "attribution",
        "chain",
    )
    return " ".join(f"{slot} {100 * figures[slot]['f1']:.1f}" for slot in slots)
