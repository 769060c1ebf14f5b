"""Comment threads in the markup of the content systems: author, time, nesting."""

from pathlib import Path

import pytest

from claimtrail.ingest.html.dom import parse
from claimtrail.ingest.html.thread import systems, take_thread

THREADS = sorted((Path(__file__).parent / "threads").glob("*.html"))


@pytest.mark.parametrize("path", THREADS, ids=lambda path: path.stem)
def test_author_time_words_and_nesting(path: Path) -> None:
    markup = path.read_text(encoding="utf-8")
    tree = parse(f"<html><body><h1>Title</h1><p>Text of the article.</p>{markup}</body></html>")
    first, second = take_thread(tree)
    assert (first.author, second.author) == ("Ana", "Bo")
    assert (first.text, second.text) == ("Not so.\nI was there.", "Nor I.")
    assert [comment.time.rstrip("Z") for comment in (first, second) if comment.time] == [
        "2016-05-03T10:00", "2016-05-03T11:00",
    ]  # fmt: skip
    assert (first.reply_to, second.reply_to) == (None, 0)
    assert "Nor I." not in (tree.html or "")


def test_a_forum_page_is_flat() -> None:
    posts = "".join(
        f'<div class="post" id="p{name}"><p class="author">by <strong>{name}</strong> » 03 May 2016, 10:00</p>'
        f'<div class="content">{words}</div></div>'
        for name, words in (("Ana", "Not so."), ("Bo", "Nor I."))
    )
    tree = parse(f"<html><body>{posts}</body></html>")
    assert [(comment.author, comment.time, comment.text, comment.reply_to) for comment in take_thread(tree)] == [
        ("Ana", "2016-05-03T10:00", "Not so.", None), ("Bo", "2016-05-03T10:00", "Nor I.", None),
    ]  # fmt: skip


def test_a_page_without_comments_is_left_alone() -> None:
    tree = parse("<html><body><article class='post'><p>Text.</p></article></body></html>")
    before = tree.html
    assert take_thread(tree) == []
    assert tree.html == before


def test_every_system_has_its_own_name() -> None:
    names = [system.name for system in systems()]
    assert len(names) == len(set(names)) >= 10
