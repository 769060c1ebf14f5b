"""An article's claims as a table for people."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from claimtrail.model import Article, Claim, Count, Finding, Loss, Party, Place, Result, Span, Status, TimeRange, Voice

HEADINGS = ("event", "who → whom", "losses", "place", "date", "said by → origin")
WIDTHS = (3, 5, 5, 4, 3, 5)
ORDER = tuple(Voice)
UNKNOWN = Text("–", style="dim")


def render(result: Result) -> RenderableType:
    """The article's heading, its claims by voice in the order of the text, and the findings."""
    voices = sorted(result.claims, key=lambda claim: (ORDER.index(claim.voice), claim.trigger))
    parts: list[RenderableType] = [_heading(result.article)]
    for voice, claims in groupby(voices, key=lambda claim: claim.voice):
        parts += [Text(f"\n{voice.value}", style="bold cyan"), _row(map(_head, HEADINGS)), *_claims(claims, result)]
    if not result.claims:
        parts.append(Text("no claims found", style="dim"))
    return Group(*parts, *_findings(result.findings), Text())


def _heading(article: Article) -> RenderableType:
    about = [article.site, article.published.value if article.published else "date unknown", article.source]
    title = Text(article.title or article.source, style="bold")
    by = f" · {', '.join(article.authors)}" if article.authors else ""
    return Group(Rule(style="dim"), title, Text(" · ".join(filter(None, about)) + by, style="dim"))


def _head(name: str) -> Text:
    return Text(name, style="dim underline")


def _row(cells: Iterable[Text]) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    for width in WIDTHS:
        table.add_column(ratio=width, overflow="fold", min_width=len("2017-10-07"))
    table.add_row(*cells)
    return table


def _claims(claims: Iterable[Claim], result: Result) -> Iterator[RenderableType]:
    text = result.article.text
    for claim in claims:
        yield _row(_cells(claim, text))
        yield Padding(_sentence(claim, result), (0, 2, 0, 3))


def _cells(claim: Claim, text: str) -> Iterator[Text]:
    yield _event(claim)
    yield _parties(claim.actors, claim.targets, text)
    yield Text("\n").join(_loss(loss, text) for loss in claim.losses) or UNKNOWN
    yield _place(claim.place, text) if claim.place else UNKNOWN
    yield _time(claim.time, text) if claim.time else UNKNOWN
    chain = [speaker.name or speaker.span.of(text) for speaker in claim.attribution]
    yield Text(" → ".join(chain), style="magenta") if chain else Text("the article", style="dim")


def _event(claim: Claim) -> Text:
    event = Text(claim.event.value.replace("_", " "), style="bold")
    if claim.status is not Status.ASSERTED:
        event.append(f" ({claim.status.value})", style="yellow")
    return event


def _parties(actors: tuple[Party, ...], targets: tuple[Party, ...], text: str) -> Text:
    who, whom = (", ".join(party.span.of(text) for party in parties) for parties in (actors, targets))
    return Text(f"{who or '?'} → {whom}" if whom else who) or UNKNOWN


def _loss(loss: Loss, text: str) -> Text:
    number = Text(_number(loss.count), style="bold red")
    return number + Text(f" {loss.who.of(text)} {loss.outcome.value.replace('_', ' ')}")


def _number(count: Count) -> str:
    """A count as a range: "40", "30–" (open), "20–30", "0–5", "?" where no number is given; hedges in words."""
    if count.low is None:
        return "?"
    number = (
        str(count.low) if count.low == count.high else f"{count.low}–{count.high if count.high is not None else ''}"
    )
    return f"{count.hedge.value.replace('_', ' ')} {number}" if count.hedge else number


def _place(place: Place, text: str) -> Text:
    shown = Text(f"{place.relation} {place.span.of(text)}" if place.relation != "in" else place.span.of(text))
    if place.resolved is None:
        return shown.append(" (not located)", style="dim")
    country = f", {place.resolved.country}" if place.resolved.country else ""
    return shown.append(f" ({place.resolved.name}{country})", style="dim")


def _time(time: TimeRange, text: str) -> Text:
    if time.start is None:
        return Text(time.span.of(text)).append(" (unresolved)", style="dim")
    return Text(time.start if time.start == time.end else f"{time.start} – {time.end}")


def _sentence(claim: Claim, result: Result) -> Text:
    text, trigger = result.article.text, claim.trigger
    around = next((s for s in result.sentences if s.covers(trigger)), trigger)
    line = Text(around.of(text).replace("\n", " "), style="italic dim")
    for span, style in _marks(claim):
        if around.covers(span):
            line.stylize(style, span.start - around.start, span.end - around.start)
    return line


def _marks(claim: Claim) -> Iterator[tuple[Span, str]]:
    yield claim.trigger, "bold underline not dim"
    for loss in claim.losses:
        yield loss.who, "red not dim"
        if loss.count.span:
            yield loss.count.span, "bold red not dim"
    for speaker in claim.attribution:
        yield speaker.span, "magenta not dim"


def _findings(findings: tuple[Finding, ...]) -> Iterator[RenderableType]:
    if findings:
        yield Text("\nfindings", style="bold yellow")
    for finding in findings:
        yield Text(f"  ! {finding.message}", style="yellow")
