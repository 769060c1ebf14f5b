"""Figures that nobody gave: `python -m benchmarks.invented SHARED [--json]`.

A figure is a count that a loss takes from words of the text. SHARED holds `data/isaf`, `gold` and `data/pages`; the
figures of all releases, all articles of `gold/dev`, and the 100 English pages with the fewest words of violence or
disaster (`violence.txt`, ties by file name) are read. Each figure that fails is listed:

absent: the words at its range are not the words the record gives, or by themselves do not tell its number; not a
loss: in `gold/dev`, no annotated loss has the same sufferers or the same figure; in a release, somebody is killed or
captured where the labels say that nobody was (other outcomes are not labelled and not judged); in a page, any figure.

Annotators leave out some losses, and the labels those of earlier days, so what is listed was read by hand, once: the
figures of `invented.toml` were found to be losses. `not_annotated` is the share before that reading, `not_a_loss`
after it.
"""

import gzip
import json
import re
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.common import arguments, articles, report, show, stop
from claimtrail.claims.counts import parse_count
from claimtrail.errors import Failure
from claimtrail.export import record
from claimtrail.ingest import articles as ingested
from claimtrail.model import Article, Span
from claimtrail.pipeline.run import read_all
from claimtrail.settings import Settings

PAGES = 100
LABELS = {"killed": "killq", "captured": "captureq"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One predicted figure: the loss as the record gives it, and the text it is from; None: not judged."""

    article: str
    loss: Mapping[str, Any]
    text: str
    is_loss: bool | None

    @property
    def key(self) -> str:
        """The article, and where the words of the count begin."""
        return f"{self.article} {self.loss['count']['start']}"

    @property
    def words(self) -> str:
        """The words at the range of the count."""
        count = self.loss["count"]
        return self.text[count["start"] : count["end"]]

    @property
    def absent(self) -> bool:
        """Whether the text does not hold this figure at the range that is given for it."""
        count, who = self.loss["count"], self.loss["who"]
        if self.words != count["text"] or self.text[who["start"] : who["end"]] != who["text"]:
            return True
        return not tells(self.words, count["low"], count["high"])


def main() -> None:
    """Read the three corpora, list what fails, print the table."""
    given = arguments("invented", "Figures that are not in the text, or are no losses.")
    parts = {"isaf": isaf(given.folder), "gold/dev": gold(given.folder), "pages": pages(given.folder)}
    rows, every = [], []
    for name, found in parts.items():
        figures = list(found)
        every += figures
        rows.append([name, *(str(n) for n in _counts(figures))])
        for figure in figures:
            if figure.absent or figure.is_loss is False:
                print(f"{name} {_line(figure)}")
    show([["", "figures", "absent", "judged", "not a loss"], *rows, ["all", *(str(n) for n in _counts(every))]])
    total, absent, judged, wrong = _counts(every)
    by_part = {f"{row[0].replace('/', '_')}_not_annotated": int(row[4]) / max(1, int(row[3])) for row in rows}
    read = sum(figure.key in _read_as_losses() for figure in every if figure.is_loss is False)
    rates = {"not_a_loss": (wrong - read) / max(1, judged), "not_annotated": wrong / max(1, judged)}
    report({"figures": total, "absent": absent, **rates, **by_part}, given.json)


def tells(words: str, low: int | None, high: int | None) -> bool:
    """Whether words, read by themselves and not where they stand, tell a count; its digits must be among theirs."""
    alone = parse_count(words, Span(0, len(words)))
    denied = parse_count(words, Span(0, len(words)), negated=True)
    return any(each is not None and (each.low, each.high) == (low, high) for each in (alone, denied))


def isaf(shared: Path) -> Iterator[Figure]:
    """The figures of military releases, of which killed and captured are labelled."""
    folder = shared / "data/isaf"
    labels = {row["id"]: row for row in articles(_need(folder / "gold.jsonl"))}
    for found in _records(_ingested([str(_need(folder / "articles.jsonl"))])):
        label = labels[found["article"]["id"]]
        yield from _figures(
            found, lambda loss, label=label: label[LABELS[loss["outcome"]]] if loss["outcome"] in LABELS else None
        )


def gold(shared: Path) -> Iterator[Figure]:
    """The figures of annotated articles."""
    folder = shared / "gold"
    for found in _records(_ingested([str(_need(folder / "dev.jsonl"))])):
        text = found["article"]["text"]
        annotated = json.loads(_need(folder / "dev" / f"{found['article']['id']}.json").read_text(encoding="utf-8"))
        losses = [loss for claim in annotated["claims"] for loss in claim.get("losses", ())]
        yield from _figures(
            found, lambda loss, losses=losses, text=text: any(_same(loss, each, text) for each in losses)
        )


def pages(shared: Path) -> Iterator[Figure]:
    """The figures of the pages that tell least of violence or disaster; none is a loss."""
    folder = shared / "data/pages/html"
    found: list[tuple[int, str, Article]] = []
    with tempfile.TemporaryDirectory() as plain:
        for path in sorted(folder.glob("*.html.gz")) or [_need(folder)]:
            page = Path(plain) / path.stem
            page.write_bytes(gzip.decompress(path.read_bytes()))
            for article in ingested([str(page)], Settings().ingest):
                if isinstance(article, Article):
                    found.append((violence(article), path.stem, article))
    found.sort(key=lambda each: each[:2])
    for each in _records(article for _, _, article in found[:PAGES]):
        yield from _figures(each, lambda loss: False)


def violence(article: Article) -> int:
    """How many words of violence or disaster the blocks of an article hold."""
    return sum(len(_violent().findall(block.span.of(article.text))) for block in article.blocks)


@cache
def _read_as_losses() -> frozenset[str]:
    table = tomllib.loads(Path(__file__).with_name("invented.toml").read_text(encoding="utf-8"))
    return frozenset(table["losses"])


@cache
def _violent() -> re.Pattern[str]:
    lines = Path(__file__).with_name("violence.txt").read_text(encoding="utf-8").splitlines()
    stems = [line for line in lines if line and not line.startswith("#")]
    alternatives = "|".join(stem.replace("*", r"\w*") for stem in stems)
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)


def _same(loss: Mapping[str, Any], annotated: Mapping[str, Any], text: str) -> bool:
    """Whether an annotated loss has the same sufferers, or the same figure in the same words."""
    who, count = annotated["who"], loss["count"]
    start = -1
    for _ in range(who.get("nth", 1)):
        start = text.find(who["text"], start + 1)
    if max(start, loss["who"]["start"]) < min(start + len(who["text"]), loss["who"]["end"]):
        return True
    words = annotated.get("count_text") or ""
    return bool(words) and words in count["text"] and count["low"] == annotated.get("low")


def _figures(found: Mapping[str, Any], judge: Any) -> Iterator[Figure]:
    for claim in found["claims"]:
        for loss in claim["losses"]:
            if loss["count"]["low"] is not None and loss["count"]["start"] is not None:
                yield Figure(found["article"]["id"], loss, found["article"]["text"], judge(loss))


def _ingested(paths: Sequence[str]) -> Iterator[Article]:
    for item in ingested(paths, Settings().ingest):
        if isinstance(item, Failure):
            stop(f"invented: {item}")
        yield item


def _records(read: Iterator[Article]) -> Iterator[Mapping[str, Any]]:
    for item in read_all(read, Settings()):
        if isinstance(item, Failure):
            stop(f"invented: {item}")
        yield record(item)


def _need(path: Path) -> Path:
    if not path.exists():
        stop(f"invented: no {path}; give the folder that holds data/isaf, gold and data/pages")
    return path


def _counts(figures: Sequence[Figure]) -> tuple[int, int, int, int]:
    judged = [figure for figure in figures if figure.is_loss is not None]
    wrong = sum(not figure.is_loss for figure in judged)
    return len(figures), sum(figure.absent for figure in figures), len(judged), wrong


def _line(figure: Figure) -> str:
    count, loss = figure.loss["count"], figure.loss
    problem = "absent" if figure.absent else "not a loss"
    start, end = min(count["start"], loss["who"]["start"]), max(count["end"], loss["who"]["end"])
    around = " ".join(figure.text[max(0, start - 60) : end + 60].split())
    told = f"{loss['outcome']} {count['low']}-{count['high']} {count['text']!r} {loss['who']['text']!r}"
    return f"{figure.key} {problem}: {told} in …{around}…"


if __name__ == "__main__":
    main()
