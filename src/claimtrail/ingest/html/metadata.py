"""What a page says of itself: title, authors, time of publication, site, language, categories, address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from claimtrail.ingest.dates import moment
from claimtrail.ingest.html.dom import Node, Tree, ancestors, attribute, folded, selectors, words
from claimtrail.ingest.html.jsonld import linked, names
from claimtrail.model import Dated, Precision

_APART = frozenset(("nav", "aside", "footer"))
_BY = re.compile(r"^(?:(?:words |story |text |posted |written |reported )?by:? |author:? )", re.IGNORECASE)
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?:/|-|$)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The page's own statements, each None or empty where it makes none."""

    title: str | None
    authors: tuple[str, ...]
    published: Dated | None
    site: str | None
    language: str | None
    categories: tuple[str, ...]
    url: str | None
    body: str | None


def metadata(tree: Tree, url: str | None) -> Metadata:
    """Read a page's metadata: JSON-LD first, then meta elements, then its visible parts.

    The time of publication is the first that is stated; where that is a bare day, a clock time of the same day stated
    elsewhere on the page is taken.
    """
    data = linked(tree)
    meta = _meta(tree)
    canonical = url or attribute(tree.css_first("link[rel='canonical']"), "href") or meta.get("og:url")
    body = data.get("articleBody")
    return Metadata(
        title=_title(tree, data, meta),
        authors=_authors(tree, data, meta),
        published=_published(tree, data, meta, canonical),
        site=_site(data, meta, canonical),
        language=_language(tree, data, meta),
        categories=_categories(tree, data, meta),
        url=canonical,
        body=body if isinstance(body, str) else None,
    )


def _meta(tree: Tree) -> dict[str, str]:
    """Meta elements by their name, the first of each; `article:section` and the like keep the first too."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        name = attribute(node, "property") or attribute(node, "name") or attribute(node, "itemprop")
        content = attribute(node, "content")
        if name and content:
            found.setdefault(name.lower(), " ".join(content.split()))
    return found


def _title(tree: Tree, data: dict[str, Any], meta: dict[str, str]) -> str | None:
    """The heading that the page shows, where one agrees with what the page calls itself; else what it calls itself."""
    page = words(tree.css_first("title"))
    stated = [*names(data.get("headline")), meta.get("og:title", ""), meta.get("twitter:title", ""), page]
    stated = [title for title in stated if title]
    headings = [heading for node in tree.css("h1") if (heading := words(node))]
    named = [_without_site(title, meta.get("og:site_name")) for title in stated]
    for heading in headings:
        if any(folded(heading) in folded(title) and len(heading) * 2 >= len(title) for title in named):
            return heading
    if len(headings) == 1 and len(headings[0].split()) > 3:
        return headings[0]
    return next(iter(named), headings[0] if headings else None)


def _without_site(title: str, site: str | None) -> str:
    """A title without the site's name behind it ("Title | Site")."""
    match = re.fullmatch(r"(.*?)\s[|–—-]\s([^|–—]*)", title, re.DOTALL)
    if match is None or len(match[1].split()) < 3:
        return title
    named = site is not None and folded(site) in folded(match[2])
    return match[1] if named or len(match[2].split()) <= 4 else title


def _authors(tree: Tree, data: dict[str, Any], meta: dict[str, str]) -> tuple[str, ...]:
    stated = names(data.get("author")) or names(data.get("creator"))
    stated = stated or [meta[name] for name in ("author", "dc.creator", "byl", "parsely-author") if name in meta]
    if not stated:
        nodes = [node for node in tree.css(selectors()["authors"]) if not _apart(node)]
        stated = [text for node in nodes if (text := words(node)) and len(text.split()) <= 16][:3]
    people = [person for text in stated for person in _people(text)]
    return tuple(dict.fromkeys(people))


def _people(text: str) -> Iterator[str]:
    text = _BY.sub("", text)
    when = moment(text)
    text = re.sub(r" ?@\w+", "", text[: when[2]] if when else text)
    for name in re.split(r",\s*(?:and )?| and | & |\s*[|•·]\s*", text):
        bare = name.strip(' .,;:-–—"“”') if not re.search(r"\b[A-Z]\.$", name.strip()) else name.strip()
        if 1 <= len(bare.split()) <= 5 and bare[0].isalpha() and "http" not in bare and bare.lower() != "updated":
            yield bare


def _published(tree: Tree, data: dict[str, Any], meta: dict[str, str], url: str | None) -> Dated | None:
    found = list(_stated_times(tree, data, meta, url))
    if not found:
        return None
    first = found[0]
    if first.precision is not Precision.DAY:
        return first
    return next((one for one in found if one.precision is Precision.MINUTE and one.day == first.day), first)


def _stated_times(tree: Tree, data: dict[str, Any], meta: dict[str, str], url: str | None) -> Iterator[Dated]:
    for name in ("datePublished", "dateCreated"):
        yield from _dated(data.get(name), "json-ld")
    for name in selectors()["published"]:
        yield from _dated(meta.get(name), "meta")
    for node in tree.css("[itemprop='datePublished']"):
        yield from _dated(attribute(node, "datetime") or attribute(node, "content") or words(node), "microdata")
    for node in tree.css(selectors()["times"]):
        if not _apart(node):
            yield from _dated(attribute(node, "datetime"), "time")
    for node in tree.css(selectors()["dates"]):
        text = words(node)
        if not _apart(node) and len(text) < 120:
            yield from _dated(text, "text")
    match = _URL_DAY.search(urlsplit(url).path) if url else None
    if match:
        yield from _dated(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}", "url")


def _dated(value: object, found: str) -> Iterator[Dated]:
    when = moment(value) if isinstance(value, str) else None
    if when is None:
        return
    text, precision = when[0], when[1]
    if re.search(r"T00:00(?:Z|\+00:00)?$", text):
        # Content systems that know only the day write midnight.
        text, precision = text[:10], Precision.DAY
    yield Dated(text, precision, found)


def _site(data: dict[str, Any], meta: dict[str, str], url: str | None) -> str | None:
    stated = meta.get("og:site_name") or next(iter(names(data.get("publisher"))), None) or meta.get("application-name")
    host = urlsplit(url).hostname if url else None
    return stated or (host.removeprefix("www.") if host else None)


def _language(tree: Tree, data: dict[str, Any], meta: dict[str, str]) -> str | None:
    """The page's language as a lower-case ISO 639 code, or None where it does not say."""
    stated = (
        attribute(tree.css_first("html"), "lang") or next(iter(names(data.get("inLanguage"))), None)
        or meta.get("og:locale") or attribute(tree.css_first("meta[http-equiv='content-language' i]"), "content")
    )  # fmt: skip
    code = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", stated) if stated else None
    return code.group().lower() if code else None


def _categories(tree: Tree, data: dict[str, Any], meta: dict[str, str]) -> tuple[str, ...]:
    stated = names(data.get("articleSection")) + [meta[name] for name in ("article:section", "section") if name in meta]
    shown = [words(node) for node in tree.css(selectors()["categories"]) if not _apart(node)]
    return tuple(dict.fromkeys(name for name in [*stated, *shown] if name and len(name) <= 60))


def _apart(node: Node) -> bool:
    return any(around.tag in _APART for around in ancestors(node))
