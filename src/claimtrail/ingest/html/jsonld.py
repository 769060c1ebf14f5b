"""What a page says of itself in JSON-LD (schema.org)."""

import json
from collections.abc import Iterator
from typing import Any

from claimtrail.ingest.html.dom import Tree, squeezed

# The best first.
_ARTICLES = tuple(
    "NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle LiveBlogPosting"
    " Article BlogPosting Report SocialMediaPosting DiscussionForumPosting WebPage".split()
)


def linked(tree: Tree) -> dict[str, Any]:
    """The page's main article object, else an empty one; scripts that are not JSON are passed over."""
    found = [item for script in tree.css("script[type='application/ld+json']") for item in _objects(script.text())]
    for wanted in _ARTICLES:
        for item in found:
            kinds = item.get("@type")
            if wanted == kinds or (isinstance(kinds, list) and wanted in kinds):
                return item
    return {}


def names(value: object) -> list[str]:
    """The names in an `author`, `publisher` or the like: a string, an object with a name, or a list of them."""
    if isinstance(value, str):
        return [squeezed(value)] if value.strip() else []
    if isinstance(value, dict):
        return names(value.get("name"))
    return [name for item in value for name in names(item)] if isinstance(value, list) else []


def _objects(text: str | None) -> Iterator[dict[str, Any]]:
    try:
        data = json.loads(text or "", strict=False)
    except (ValueError, RecursionError):
        # Hand-written JSON-LD is often broken; the page still says the rest elsewhere.
        return
    stack = [data]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(reversed(item))
        elif isinstance(item, dict):
            yield item
            stack.extend(part for name in ("@graph", "mainEntity") if (part := item.get(name)))
