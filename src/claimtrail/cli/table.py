"""An article's claims as a table for people."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from claimtrail.model import (
    Article,
    Claim,
    Count,
    Finding,
    Hedge,
    Loss,
    Party,
    Place,
    Relation,
    Result,
    Scope,
    Span,
    Status,
    TimeRange,
    Voice,
)

HEADINGS = ("event", "who → whom", "losses", "place", "date")
SHARES = (0, 1, 1, 1, 0)  # of the width that the words of fixed length leave
FIXED = len("displacement")  # as wide as the longest event; a date and a dash fit too
ORDER = tuple(Voice)
SCOPES = {
    Scope.INCIDENT: "one incident",
    Scope.DAY: "one day",
    Scope.CAMPAIGN: "a longer time",
    Scope.CUMULATIVE: "all so far",
}
UNKNOWN = Text("–", style="dim")
AROUND = 240  # characters of a sentence shown before and behind its trigger
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), " ")


def plain(words: str) -> str:
    """`words` on one line, with a space for each character that would steer the terminal or turn the writing round."""
    return words.translate(_CONTROLS)


def render(result: Result) -> RenderableType:
    """The article's heading, its claims by voice in the order of the text, and the findings."""
    result = replace(result, article=replace(result.article, text=plain(result.article.text)))
    voices = sorted(result.claims, key=lambda claim: (ORDER.index(claim.voice), claim.trigger))
    parts: list[RenderableType] = [_heading(result.article)]
    for voice, claims in groupby(voices, key=lambda claim: claim.voice):
        parts += [Text(voice.value, style="bold cyan"), _row(map(_head, HEADINGS)), *_claims(claims, result)]
    if not result.claims:
        parts.append(Text("no claims found", style="dim"))
    return Group(*parts, *_findings(result.findings), Text())


def _heading(article: Article) -> RenderableType:
    about = [article.site, article.published.value if article.published else "date unknown", article.source]
    title = Text(plain(article.title or article.source), style="bold")
    by = f" · {', '.join(article.authors)}" if article.authors else ""
    return Group(Rule(style="dim"), title, Text(plain(" · ".join(filter(None, about)) + by), style="dim"), Text())


def _head(name: str) -> Text:
    return Text(name, style="dim underline")


def _row(cells: Iterable[Text]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for share in SHARES:
        table.add_column(ratio=share or None, width=None if share else FIXED, overflow="fold")
    table.add_row(*cells)
    return table


def _claims(claims: Iterable[Claim], result: Result) -> Iterator[RenderableType]:
    text = result.article.text
    for claim in claims:
        yield _row(_cells(claim, text))
        yield Padding(Group(_said_by(claim, text), _sentence(claim, result)), (0, 2, 1, 3))


def _cells(claim: Claim, text: str) -> Iterator[Text]:
    yield _event(claim)
    yield _parties(claim.actors, claim.targets, text)
    yield Text("\n").join(_losses(claim, text)) or UNKNOWN
    yield _place(claim.place, text) if claim.place else UNKNOWN
    yield _time(claim.time, text) if claim.time else UNKNOWN


def _said_by(claim: Claim, text: str) -> Text:
    """The chain of speakers, nearest the article first; without one it is the article that speaks."""
    chain = [speaker.name or speaker.span.of(text) for speaker in claim.attribution]
    said = Text(plain(" → ".join(chain)), style="magenta") if chain else Text("the article", style="dim")
    return Text("said by ", style="dim") + said


def _event(claim: Claim) -> Text:
    event = Text(claim.event.value.replace("_", " "), style="bold")
    if claim.status is not Status.ASSERTED:
        event.append(f" ({claim.status.value})", style="yellow")
    return event


def _parties(actors: tuple[Party, ...], targets: tuple[Party, ...], text: str) -> Text:
    who, whom = (", ".join(party.span.of(text) for party in parties) for parties in (actors, targets))
    return Text(f"{who or '?'} → {whom}" if whom else who) or UNKNOWN


def _losses(claim: Claim, text: str) -> Iterator[Text]:
    """Each total with its parts below it, and what the toll covers."""
    totals = [(at, loss) for at, loss in enumerate(claim.losses) if loss.part_of is None]
    for at, loss in totals:
        yield _loss(loss, text)
        yield from (Text("  of them ") + _loss(part, text) for part in claim.losses if part.part_of == at)
    if claim.scope:
        yield Text(f"({SCOPES[claim.scope]})", style="dim")


def _loss(loss: Loss, text: str) -> Text:
    number = Text(_number(loss.count), style="bold red")
    # A bare number ("27 were wounded") is both who was lost and how many.
    bare = loss.count.span is not None and loss.count.span.covers(loss.who)
    who = "" if bare else f" {loss.who.of(text)}"
    return number + Text(f"{who} {loss.outcome.value.replace('_', ' ')}")


def _number(count: Count) -> str:
    """A count in figures: "40", "20–30", "about 40", "at least 30", "24+ (vague)", "?" where no number is given."""
    low, high = (None if bound is None else f"{bound:,}" for bound in (count.low, count.high))
    number = (low if low == high or (count.hedge is Hedge.AT_LEAST and high is None) else _range(low, high)) or "?"
    if count.hedge is Hedge.VAGUE:
        return f"{number} (vague)"
    return f"{count.hedge.value.replace('_', ' ')} {number}" if count.hedge else number


def _range(low: str | None, high: str | None) -> str:
    return f"{low}+" if high is None else f"{low or '?'}–{high}"


def _place(place: Place, text: str) -> Text:
    words = place.span.of(text)
    shown = Text(f"{place.relation.value} {words}" if place.relation is not Relation.IN else words)
    found = place.resolved
    if found is None:
        return shown.append(" (not located)", style="dim")
    gloss = ", ".join(name for name in (found.name, found.country) if name and name.casefold() != words.casefold())
    doubt = "?" if place.doubtful else ""
    return shown.append(f" ({gloss}{doubt})" if gloss else doubt, style="dim")


def _time(time: TimeRange, text: str) -> Text:
    if time.start is None:
        return Text(time.span.of(text)).append(" (unresolved)", style="dim")
    return Text(time.start if time.start == time.end else f"{time.start} –\n{time.end}")


def _sentence(claim: Claim, result: Result) -> Text:
    text, trigger = result.article.text, claim.trigger
    sentence = next((s for s in result.sentences if s.covers(trigger)), trigger)
    start, end = max(sentence.start, trigger.start - AROUND), min(sentence.end, trigger.end + AROUND)
    line = Text(text[start:end], style="italic dim")
    for span, style in _marks(claim):
        if start <= span.start and span.end <= end:
            line.stylize(style, span.start - start, span.end - start)
    return Text("…" if start > sentence.start else "") + line + Text("…" if end < sentence.end else "")


def _marks(claim: Claim) -> Iterator[tuple[Span, str]]:
    yield claim.trigger, "bold underline not dim"
    for loss in claim.losses:
        yield loss.who, "red not dim"
        if loss.count.span:
            yield loss.count.span, "bold red not dim"
    for speaker in claim.attribution:
        yield speaker.span, "magenta not dim"


def _findings(findings: tuple[Finding, ...]) -> Iterator[RenderableType]:
    if not findings:
        return
    table = Table.grid(padding=(0, 1))
    for finding in findings:
        table.add_row("  !", plain(finding.message), style="yellow")
    yield from (Text("findings", style="bold yellow"), table)
