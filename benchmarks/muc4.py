"""Reports of terrorism as MUC-4 templates: `python -m benchmarks.muc4 FOLDER [--part PART] [--json]`.

FOLDER holds PART.articles.jsonl and PART.keys.jsonl. The texts are all capitals; the reader restores the letter case
for its own eyes. Claims become templates by the mapping of `muc4_incidents.py` (which claims count, and which tell of
one incident) and `muc4_templates.py` (slot by slot), and are measured by `muc4_score.py`. Where FOLDER holds
PART.ge-response.jsonl, what GE's system answered in 1992 is measured in the same way, to calibrate: the official
scorer, with a human who judged near matches, gave it F 55.9 on TST3. FOREIGN NATION and TOTAL NUMBER are not filled.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.common import arguments, articles, report, show, stop
from benchmarks.muc4_incidents import Message
from benchmarks.muc4_score import SLOTS, Score, Slots, Tally
from benchmarks.muc4_templates import templates
from claimtrail import ingest
from claimtrail.claims import find_claims
from claimtrail.errors import Failure
from claimtrail.pipeline import Stages
from claimtrail.settings import IngestSettings

Keys = dict[str, list[dict[str, Any]]]


def answers(path: Path) -> Iterator[tuple[str, list[Slots]]]:
    """The id and the templates of each message."""
    stages = Stages.load()
    for article in ingest.articles([str(path)], IngestSettings()):
        if isinstance(article, Failure):
            stop(f"muc4: {article}")
        reading = stages.reader.read(article.text, article.blocks)
        claims = find_claims(article, reading, stages.gazetteer)
        yield article.id, list(templates(Message.of(article, reading, claims)))


def scored(given: dict[str, list[Slots]], keys: Keys) -> Score:
    """The score of templates by message."""
    score = Score()
    for name, key in keys.items():
        score.add(given.get(name, []), key)
    return score


def figures(score: Score, prefix: str) -> dict[str, float]:
    """Recall, precision and F over all, and of each slot."""
    found = {"overall": score.total()} | {SLOTS[slot]: tally for slot, tally in score.slots.items()}
    made = {f"{prefix}{name}_{kind}": rate for name, tally in found.items()
            for kind, rate in zip("rpf", tally.rates(), strict=True)}  # fmt: skip
    paired, spurious, missing = (score.templates[kind] for kind in ("paired", "spurious", "missing"))
    made[f"{prefix}templates_r"] = paired / max(1, paired + missing)
    made[f"{prefix}templates_p"] = paired / max(1, paired + spurious)
    return made


def row(name: str, tally: Tally) -> list[str]:
    """A row of the table."""
    counts = (
        tally.possible,
        tally.actual,
        tally.correct,
        tally.partial,
        tally.incorrect,
        tally.spurious,
        tally.missing,
    )
    return [name, *map(str, counts), *(f"{100 * rate:.1f}" for rate in tally.rates())]


def table(title: str, score: Score) -> None:
    """Print the tallies of each slot and of all."""
    print(f"\n{title}: {dict(score.templates)}")
    head = ["slot", "POS", "ACT", "COR", "PAR", "INC", "SPU", "MIS", "REC", "PRE", "F"]
    show([head, *(row(slot, tally) for slot, tally in score.slots.items()), row("ALL TEMPLATES", score.total())])


def main() -> None:
    """Read the messages, print both tables and the figures."""
    given = arguments("muc4", "Reports of terrorism as MUC-4 templates.")
    prefix = f"{given.part}." if given.part else ""
    texts, key, other = (given.folder / f"{prefix}{name}.jsonl" for name in ("articles", "keys", "ge-response"))
    if not texts.is_file() or not key.is_file():
        stop(f"muc4: no {texts.name} and {key.name} in {given.folder}; give --part, such as tst3")
    keys: Keys = {message["id"]: message["templates"] for message in articles(key)}
    score = scored(dict(answers(texts)), keys)
    table("Claimtrail", score)
    made = figures(score, "")
    if other.is_file():
        ge = {m["id"]: [template["slots"] for template in m["templates"]] for m in articles(other)}
        calibration = scored(ge, keys)
        table("GE 1992, by this scorer (officially F 55.9 on TST3)", calibration)
        made |= figures(calibration, "calibration_")
        made["calibration_f"] = made["calibration_overall_f"]
    report(made, given.json)


if __name__ == "__main__":
    main()
