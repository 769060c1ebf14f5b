"""Scores the head by the gold scorer, with a plain reading of numbers and dates that stands in for later stages."""

import datetime
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from claimtrail.model import Span
from claimtrail.reader.claims_head_decode import Decoder, Event, Network, Role, read
from claimtrail.reader.claims_head_input import Words, read_words, windows
from training.claims_head.data import Article

Record = dict[str, Any]

UNITS = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
         "seventeen eighteen nineteen").split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {**{w: i for i, w in enumerate(UNITS)}, **{w: 10 * (i + 2) for i, w in enumerate(TENS)},
           "a": 1, "an": 1, "another": 1, "both": 2, "pair": 2, "couple": 2, "dozen": 12, "single": 1, "half-dozen": 6}
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens of thousands": 20000,
         "hundreds of thousands": 200000, "millions": 2000000, "several": 2, "a number": 2, "many": 2, "multiple": 2,
         "a few": 2, "a handful": 2, "numerous": 2, "some": 2, "various": 2, "few": 2}


def number(words: str) -> tuple[int | None, int | None]:
    """The range that the words of a count give, as the guidelines have it; (2, None) where they give none."""
    text = words.casefold()
    if re.search(r"\b(no|none|nobody|nor|neither)\b", text):
        return 0, 0
    for phrase in sorted(VAGUE, key=len, reverse=True):
        if re.search(rf"\b{phrase}\b", text) and not re.search(r"\d", text) and not _values(re.sub(phrase, "", text)):
            return VAGUE[phrase], None
    values = _values(text)
    if not values:
        return 2, None
    if len(values) > 1 and re.search(r"\bto\b|-|–|between|\bor\b", text):
        return min(values), max(values)
    if re.search(r"at least|more than|over|upwards?|exceed|no fewer|not less|no less|\bthan\b.*more|minimum|\+", text):
        return values[0], None
    if re.search(r"up to|fewer than|less than|as many as|under\b|at most|no more than", text):
        return 0, values[0]
    return values[0], values[0]


def _values(text: str) -> list[int]:
    found: list[int] = []
    running = None
    for token in re.findall(r"\d[\d,. ]*\d|\d|[a-z]+", text.replace("-", " - ")):
        if token[0].isdigit():
            running = int(re.sub(r"\D", "", token)) if "." not in token else round(float(token.replace(",", "").replace(" ", "")))
        elif token in NUMBERS and not (token in ("a", "an") and running is None and found):
            n = NUMBERS[token]
            running = running * n if token == "dozen" and running else n if running is None or n >= running else running + n
        elif token in ("hundred", "thousand", "million") and running is not None:
            running *= {"hundred": 100, "thousand": 1000, "million": 1000000}[token]
        elif token != "and" and running is not None:
            found.append(running)
            running = None
    return found + ([running] if running is not None else [])


MONTHS = "january february march april may june july august september october november december".split()
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def dates(words: str, published: str | None) -> tuple[str | None, str | None]:
    """The first and last day that a time's words mean, by the plainest rules; None where they fail."""
    text = words.casefold()
    base = datetime.date.fromisoformat(published[:10]) if published else None
    month = next((i + 1 for i, m in enumerate(MONTHS) if re.search(rf"\b({m}|{m[:3]}t?\.?)\b", text)), None)
    year = re.search(r"\b(19|20)\d\d\b", text)
    numbers = [int(x) for x in re.findall(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", re.sub(r"\d+[:.]\d+|\d+ ?[ap]\.?m", "", text)) if 0 < int(x) < 32]
    if month and (year or base):
        return _in_month(month, int(year.group()) if year else None, numbers, base)
    if year and not month:
        return f"{year.group()}-01-01", f"{year.group()}-12-31"
    if base is None:
        return None, None
    back = next(((base.weekday() - i) % 7 for i, d in enumerate(DAYS) if re.search(rf"\b{d}|\b{d[:3]}\b", text)), None)
    if back is None:
        back = next((n for p, n in ((r"yesterday|last night|overnight", 1), (r"today|this morning|tonight|this afternoon|this evening", 0)) if re.search(p, text)), None)
    if "last week" in text:
        monday = base - datetime.timedelta(base.weekday() + 7)
        return monday.isoformat(), (monday + datetime.timedelta(6)).isoformat()
    day = (base - datetime.timedelta(back)).isoformat() if back is not None else None
    return day, day


def _in_month(month: int, year: int | None, days: list[int], base: datetime.date | None) -> tuple[str | None, str | None]:
    if year is None:
        assert base is not None
        year = base.year - ((month, min(days, default=1)) > (base.month, base.day))
    last = (datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)).day
    low, high = (min(days), min(max(days), last)) if days and min(days) <= last else (1, last)
    return f"{year}-{month:02}-{low:02}", f"{year}-{month:02}-{high:02}"


def claims(article: Article, words: Words, events: Sequence[Event], roles: Sequence[Role]) -> list[Record]:
    """The claims that events and roles make, in the shape the scorer reads."""
    published = article.annotation.get("published")

    def mention(first: int, last: int) -> Record:
        a, b = int(words.start[first]), int(words.end[last - 1])
        return {"text": article.text[a:b], "start": a, "end": b}

    made: list[Record] = [
        {"event": e.event, "status": e.status, "voice": "body", "trigger": mention(e.first, e.last), "actors": [],
         "targets": [], "losses": [], "place": None, "time": None, "attribution": []} for e in events]
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
            claim["time"] = m | dict(zip(("from", "to"), dates(m["text"], published), strict=True))
        elif role.role == "who":
            count = counted.get(index)
            claim["losses"].append(_loss(m, role, mention(count.first, count.last) if count else None))
    return made


def _loss(who: Record, role: Role, count: Record | None) -> Record:
    text = count["text"] if count else ""
    plural = who["text"].casefold().endswith(("s", "men", "people", "children"))
    low, high = number(text) if count else (2, None) if plural else (1, 1)
    return {"who": who, "category": role.category, "outcome": role.outcome,
            "count": {"low": low, "high": high, "text": text}}


def predict(network: Network, tokenizer: Tokenizer, decoder: Decoder, articles: Sequence[Article], limit: int) -> list[Record]:
    """One record an article."""
    records = []
    for article in articles:
        words = read_words(tokenizer, article.text, [Span(0, len(article.text))])
        events, roles = read(network, words, windows(words, limit), decoder)
        records.append({"article": {"id": article.id}, "claims": claims(article, words, events, roles)})
    return records


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
        command = [sys.executable, str(scorer), "articles.jsonl", "gold", "predicted.jsonl", "--errors" if errors else "--json"]
        done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout if errors else json.loads(done.stdout)


def summary(figures: dict[str, dict[str, float]]) -> str:
    """F1 × 100 of the slots in one line."""
    slots = ("all", "claim", "event", "status", "actors", "targets", "losses", "figures", "place", "time", "attribution", "chain")
    return " ".join(f"{slot} {100 * figures[slot]['f1']:.1f}" for slot in slots)


