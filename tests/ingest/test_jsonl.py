"""JSONL: one article a line, one failure a bad line."""

import io
import json

import pytest

from claimtrail.errors import ArchiveError, Failure
from claimtrail.ingest.jsonl import read_jsonl
from claimtrail.model import Article, BlockKind, Precision
from claimtrail.settings import IngestSettings

NOW = "2026-01-02T03:04:05Z"


def _read(*lines: object, settings: IngestSettings | None = None) -> list[Article | Failure]:
    data = "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    return list(read_jsonl(io.BytesIO(data.encode()), "in.jsonl", NOW, settings or IngestSettings()))


def _article(found: Article | Failure) -> Article:
    assert isinstance(found, Article), found
    return found


def test_a_record_becomes_an_article_under_its_own_id() -> None:
    text = "Truce signed\n\nBoth sides signed it on Friday.\u2028Nobody cheered."
    known = {"published": "2016-05-03", "url": "https://a.example/1", "site": "A", "title": "T"}
    record = {"id": "a-1", "text": text, **known}
    article = _article(_read(record)[0])
    assert (article.id, article.source, article.text) == ("a-1", "in.jsonl:1", text)
    assert (article.url, article.site, article.title) == ("https://a.example/1", "A", "T")
    assert article.published is not None
    assert (article.published.value, article.published.found) == ("2016-05-03", "record")
    assert json.loads(article.snapshot.data) == record
    assert article.snapshot.fetched == NOW


def test_html_is_read_as_a_page() -> None:
    article = _article(_read({"id": 7, "html": "<html><h1>Truce signed</h1><p>Both sides signed.</p></html>"})[0])
    assert article.id == "7"
    assert [block.kind for block in article.blocks] == [BlockKind.HEADLINE, BlockKind.BODY]


def test_the_date_given_for_the_run_serves_where_the_record_has_none() -> None:
    settings = IngestSettings(published="2020-01-01")
    records = {"id": "1", "text": "A.", "published": "2016-05-03"}, {"id": "2", "text": "B."}
    found = [_article(one).published for one in _read(*records, settings=settings)]
    assert [(one.value, one.found) for one in found if one] == [("2016-05-03", "record"), ("2020-01-01", "given")]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{not json", "is not JSON"),
        ("[1, 2]", "is a list, not an object"),
        ('{"text": "x"}', "has no id"),
        ('{"id": true, "text": "x"}', "has an id that is no string"),
        ('{"id": "1"}', "has neither text nor html"),
        ('{"id": "1", "text": 5}', "has a text that is no string"),
        ('{"id": "1", "text": "x", "published": "soon"}', "unreadable published date 'soon'"),
        ('{"id": "1", "text": "  "}', "holds no text"),
        ("[" * 100_000, "is"),
    ],
)
def test_a_bad_line_is_named_and_stops_nothing(line: str, problem: str) -> None:
    good = {"id": "1", "text": "A."}
    first, failure, last = _read(good, line, good)
    assert isinstance(failure, Failure)
    assert failure.source == "in.jsonl:2"
    assert problem in failure.problem
    assert failure.remedy
    assert _article(first).text == _article(last).text == "A."


def test_a_line_that_is_not_utf8_is_named() -> None:
    [failure] = read_jsonl(io.BytesIO(b'{"id": "1", "text": "\xff"}'), "in.jsonl", NOW, IngestSettings())
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, ArchiveError)
    assert "is not UTF-8" in str(failure)


def test_empty_lines_are_passed_over_and_a_text_over_the_limit_is_not_read() -> None:
    [failure] = _read("", {"id": "1", "text": "x" * 11}, " ", settings=IngestSettings(max_chars=10))
    assert isinstance(failure, Failure)
    assert "over the limit of 10" in failure.problem


def test_json_over_several_lines_is_one_failure() -> None:
    [failure] = _read("[", '{"id": "1", "text": "A."}', "]")
    assert isinstance(failure, Failure)
    assert str(failure).startswith("in.jsonl: is JSON over several lines; write one object a line")


def test_a_lone_surrogate_costs_neither_the_article_nor_its_offsets() -> None:
    article = _article(_read('{"id": "1", "text": "Two \\ud83d dead"}')[0])
    assert article.text == "Two \ufffd dead"


def test_a_month_or_year_is_a_date_of_its_own_precision() -> None:
    found = [_article(one).published for one in _read({"id": "1", "text": "A.", "published": "2016-05"})]
    assert [(one.value, one.precision, one.day) for one in found if one] == [("2016-05", Precision.MONTH, None)]
