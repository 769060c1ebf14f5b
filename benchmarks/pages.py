"""How well the body of an article is found in a web page: word 4-grams against a body marked by hand.

The measure of the article extraction benchmark (Scrapinghub, 2019): for each page the multisets of word 4-grams of the
extracted and the marked text; precision and recall averaged over pages; F1 of the two averages.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean

from benchmarks.common import arguments, report, show, stop
from claimtrail.errors import InputError
from claimtrail.ingest.decode import decode
from claimtrail.ingest.html.page import page
from claimtrail.model import Block, BlockKind

_WORD = re.compile(r"\w+")
_SHINGLE = 4
Shingles = Counter[tuple[str, ...]]


def main() -> None:
    """Score Claimtrail, and trafilatura by itself beside it."""
    given = arguments("pages", "Score the bodies found in web pages.")
    marks = given.folder / "ground-truth.json"
    if not marks.is_file():
        stop(f"pages: no ground-truth.json in {given.folder}")
    truth = json.loads(marks.read_text(encoding="utf-8"))
    pages = {name: given.folder / "html" / f"{name}.html.gz" for name in truth}
    marked = {name: entry.get("articleBody", "") for name, entry in truth.items()}
    ours = score(marked, extracted(pages, article_body))
    theirs = score(marked, extracted(pages, trafilatura_body))
    rows = [("claimtrail", *ours), ("trafilatura alone", *theirs)]
    show([("", "precision", "recall", "f1"), *((name, *(f"{value:.4f}" for value in row)) for name, *row in rows)])
    figures = dict(zip(("precision", "recall", "f1"), ours, strict=True))
    report({**figures, "trafilatura_f1": theirs[2], "pages": len(pages)}, given.json)


def extracted(pages: dict[str, Path], body: Callable[[bytes], str]) -> dict[str, str]:
    """What `body` finds in each page."""
    return {name: body(gzip.decompress(path.read_bytes())) for name, path in pages.items()}


def article_body(data: bytes) -> str:
    """The running text that ingest finds, in whatever language: body, quotes and subheads alone."""
    try:
        draft = page(decode(data, "page.html", "text/html"), "page.html")
    except InputError:
        return ""
    return "\n".join(block.span.of(draft.text) for block in draft.blocks if _running(block))


def trafilatura_body(data: bytes) -> str:
    """The text that trafilatura finds, comments left out."""
    from trafilatura import extract

    return extract(data, include_comments=False) or ""


def score(marked: dict[str, str], found: dict[str, str]) -> tuple[float, float, float]:
    """Precision and recall of word 4-grams averaged over pages, and the F1 of the averages."""
    pairs = [(_shingles(text), _shingles(found.get(name, ""))) for name, text in marked.items()]
    precision = mean(_share(one & two, two) for one, two in pairs if two)
    recall = mean(_share(one & two, one) for one, two in pairs if one)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _running(block: Block) -> bool:
    title = block.kind is BlockKind.HEADLINE and block.span.start == 0
    return block.kind in (BlockKind.BODY, BlockKind.QUOTE, BlockKind.HEADLINE) and not title


def _shingles(text: str) -> Shingles:
    words = _WORD.findall(text)
    count = max(1, len(words) - _SHINGLE + 1)
    return Counter(shingle for i in range(count) if (shingle := tuple(words[i : i + _SHINGLE])))


def _share(common: Shingles, whole: Shingles) -> float:
    return sum(common.values()) / sum(whole.values())


if __name__ == "__main__":
    main()
