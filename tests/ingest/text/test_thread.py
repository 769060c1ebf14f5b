"""Comment threads in plain text, in the layouts of several content systems."""

from claimtrail.ingest.text.lines import lines
from claimtrail.ingest.text.thread import thread


def _read(text: str) -> list[tuple[str, str | None, str | None, int | None]]:
    return [(block.span.of(text), block.author, block.time, block.reply_to) for block in thread(text, lines(text), 0)]


def test_name_says_with_the_time_below() -> None:
    text = (
        "Tova says:\nMay 3, 2016 at 4:11 pm\nNot true.\n\nI was there.\n\n"
        "Salem K. says:\nMay 4, 2016 at 9:30 am\nNor was I."
    )
    assert _read(text) == [
        ("Not true.\n\nI was there.", "Tova", "2016-05-03T16:11", None),
        ("Nor was I.", "Salem K.", "2016-05-04T09:30", None),
    ]


def test_name_and_time_on_one_line() -> None:
    text = (
        "Hassan K. | May 14\nThey lie.\n\nPosted by ruth_b on 3 May 2016\nThey do not.\n\n"
        "Ole Wiik • 2 hours ago\nWho?\nReply"
    )
    assert [row[1:3] for row in _read(text)] == [
        ("Hassan K.", "May 14"), ("ruth_b", "2016-05-03"), ("Ole Wiik", "2 hours ago"),
    ]  # fmt: skip
    assert _read(text)[2][0] == "Who?"


def test_name_before_the_words() -> None:
    text = "Ruth: It was four, not three.\nnobody_1: Sources?\n    Ruth: My own eyes."
    assert _read(text) == [
        ("It was four, not three.", "Ruth", None, None),
        ("Sources?", "nobody_1", None, None),
        ("My own eyes.", "Ruth", None, 1),
    ]


def test_numbers_without_names_and_a_signature() -> None:
    text = "  1. Where is the proof?\n\n  2. Dear reader,\n  we saw the graves ourselves.\n\n  Ines Okoro,\n"
    assert _read(text) == [
        ("Where is the proof?", None, None, None),
        ("Dear reader,\n  we saw the graves ourselves.", "Ines Okoro", None, None),
    ]


def test_without_any_marks_each_paragraph_is_a_comment() -> None:
    assert [row[:2] for row in _read("So they bombed it twice.\n\nAnd lied twice")] == [
        ("So they bombed it twice.", None), ("And lied twice", None),
    ]  # fmt: skip


def test_answers_are_found_by_name_and_by_number() -> None:
    text = "1. Ali says:\nWrong.\n\n1.1. Bea says:\nRight.\n\n2. Cem says:\n@Ali No."
    assert [row[3] for row in _read(text)] == [None, 0, 0]


def test_indices_of_answers_count_from_the_first_given() -> None:
    text = "Ali: One shell hit.\n\n  Bea: Two did."
    assert [block.reply_to for block in thread(text, lines(text), 7)] == [None, 7]
