"""PLOVER: the event class of coded sentences, and who does it to whom: `python -m benchmarks.plover FOLDER`.

Claimtrail reads violent and material events; of PLOVER's classes those are ASSAULT, FIGHT and COERCE (`VIOLENT`), and
RETREAT and AGREE in part. What is asked, threatened, said or thought is no claim and stays without a class: over all
records that counts as wrong. The mapping (`CLASSES`, after the PLOVER codebook) gives each claim a class by its event
type; an agreement whose trigger ends fighting is RETREAT, and an attack is FIGHT where its actor is a state's force.
A sentence's class, source and target are those of its surest claim that is neither denied nor planned. Its source
are the claim's actors; its target are the targets, else those lost, else the place. A phrase is right where it overlaps
one that the coder marked (`exact`: where it has the same words).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.common import arguments, articles, report, show, stop
from claimtrail.claims import find_claims
from claimtrail.model import Article, Block, BlockKind, Claim, Event, Snapshot, Span, Status
from claimtrail.pipeline import Stages

VIOLENT = ("ASSAULT", "FIGHT", "COERCE")
CLASSES = {
    Event.AIRSTRIKE: "FIGHT",
    Event.SHELLING: "FIGHT",
    Event.ARMED_CLASH: "FIGHT",
    Event.CHEMICAL_ATTACK: "FIGHT",
    Event.TERRITORY: "FIGHT",
    Event.ATTACK: "ASSAULT",
    Event.BOMBING: "ASSAULT",
    Event.EXECUTION: "ASSAULT",
    Event.KILLING: "ASSAULT",
    Event.ABDUCTION: "ASSAULT",
    Event.DETENTION: "COERCE",
    Event.DESTRUCTION: "COERCE",
    Event.DISPLACEMENT: "COERCE",
    Event.AGREEMENT: "AGREE",
}
_ENDING = re.compile(
    r"(?i)cease-?fire|truce|withdr|surrender|disarm|demobili|pull(?:ed|ing)? out|lay down|release|freed"
)
_STATE = re.compile(r"(?i)\b(?:army|troops?|soldiers?|forces?|military|navy|aircraft|tanks?|helicopters?|police)\b")
_UNTRUE = frozenset({Status.DENIED, Status.PLANNED})


def event_class(claim: Claim, text: str) -> str:
    """The PLOVER class of a claim."""
    if claim.event is Event.AGREEMENT and _ENDING.search(claim.trigger.of(text)):
        return "RETREAT"
    if claim.event is Event.ATTACK and any(_STATE.search(actor.span.of(text)) for actor in claim.actors):
        return "FIGHT"
    return CLASSES[claim.event]


def targets(claim: Claim) -> list[Span]:
    """Whom an event is done to."""
    told = [party.span for party in claim.targets] or [loss.who for loss in claim.losses]
    return told or ([claim.place.span] if claim.place else [])


def actor_spans(text: str, actors: Any) -> list[Span]:
    """Where the words of coded actors stand; some leave words out ("..."), one stands outside a list, some are none."""
    found = []
    for actor in [actors] if isinstance(actors, dict) else actors or ():
        words = max(actor["actorText"].split("..."), key=len).strip() if isinstance(actor, dict) else ""
        at = text.find(words)
        if words and at >= 0:
            found.append(Span(at, at + len(words)))
    return found


@dataclass(slots=True)
class Tally:
    """Phrases given, asked for, and right: overlapping, or the same."""

    given: int = 0
    asked: int = 0
    right: int = 0
    exact: int = 0

    def add(self, given: Sequence[Span], asked: Sequence[Span]) -> None:
        """Count one record; each phrase that was asked for is found once."""
        self.given += len(given)
        self.asked += len(asked)
        self.right += min(sum(any(a.overlaps(g) for g in given) for a in asked), len(given))
        self.exact += len(set(given) & set(asked))

    def f1(self, right: int) -> float:
        """F1 for so many right."""
        return 2 * right / max(1, self.given + self.asked)


def claims_of(text: str, id_: str, stages: Stages) -> list[Claim]:
    """The claims of one sentence, surest first, without those it says did not happen or have not yet."""
    article = Article(id_, "plover", text, (Block(Span(0, len(text)), BlockKind.BODY),), Snapshot("", len(text), ""))
    found = find_claims(article, stages.reader.read(article.text, article.blocks), stages.gazetteer)
    return sorted((c for c in found if c.status not in _UNTRUE), key=lambda c: -c.confidence["claim"])


def figures(records: Sequence[dict[str, Any]], read: dict[str, list[Claim]]) -> dict[str, float]:
    """The share of records with the right class, by the surest claim and by any; F1 of sources and targets."""
    source, target, hits = Tally(), Tally(), Counter[str]()
    for record in records:
        text, claims = record["text"], read[record["text"]]
        classes = [event_class(claim, text) for claim in claims]
        hits["first"] += classes[:1] == [record["event"]]
        hits["any"] += record["event"] in classes
        source.add(
            [party.span for claim in claims[:1] for party in claim.actors], actor_spans(text, record.get("source"))
        )
        target.add([span for claim in claims[:1] for span in targets(claim)], actor_spans(text, record.get("target")))
    return {
        "class_accuracy": hits["first"] / max(1, len(records)),
        "class_any": hits["any"] / max(1, len(records)),
        "source_f1": source.f1(source.right),
        "source_exact_f1": source.f1(source.exact),
        "target_f1": target.f1(target.right),
        "target_exact_f1": target.f1(target.exact),
    }


def main() -> None:
    """Read the sentences, print the figures of the violent classes, of each of them, and of all."""
    given = arguments("plover", "Event classes, sources and targets of PLOVER's coded sentences.")
    path = given.folder / (f"{given.part}.records.jsonl" if given.part else "records.jsonl")
    if not path.is_file():
        stop(f"plover: no {path}; give the folder that holds records.jsonl")
    records, stages = articles(path), Stages.load()
    read = {record["text"]: claims_of(record["text"], record["id"], stages) for record in records}
    groups = {"violent": [r for r in records if r["event"] in VIOLENT], "all": records}
    groups |= {name.lower(): [r for r in records if r["event"] == name] for name in (*VIOLENT, "RETREAT", "AGREE")}
    made = {name: figures(group, read) for name, group in groups.items()}
    names = list(made["all"])
    show(
        [
            ["records", "n", *names],
            *([k, str(len(groups[k])), *(f"{v[n]:.3f}" for n in names)] for k, v in made.items()),
        ]
    )
    report({f"{group}_{name}": made[group][name] for group in ("violent", "all") for name in names}, given.json)


if __name__ == "__main__":
    main()
