"""Plain texts and pages saved as text."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from claimtrail.ingest.text.page import page
from claimtrail.ingest.values import Draft
from claimtrail.model import BlockKind

SAVED = """Politics World Latest Opinion Sport

Drones Hit Refinery And Kill At Least Six, Governor Claims

Ada Lindholm and Pavel Roth

A swarm of drones set the refinery at Kstovo on fire before dawn, the regional governor said on Sunday.

Share this: Facebook | X

"Six of our men are dead," he told reporters at the gate.

Advertisement

Photo: Smoke above Kstovo on Sunday. (T. Arin)

Kyiv has not commented on the raid.

3 comments on “Drones Hit Refinery And Kill At Least Six, Governor Claims

  1. My cousin says nine, not six.

  2. Keep such guesses to yourself, please.

    Ada Lindholm,

Leave a Reply

Enter your comment here...

Please log in using one of these methods to post your comment:

You are commenting using your WordPress.com account. ( Log Out / Change )

Notify me of new comments via email.
"""


def _kinds(draft: Draft) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(draft.text)) for block in draft.blocks]


def test_a_saved_page_falls_into_its_parts() -> None:
    draft = page(SAVED)
    assert draft.text == SAVED
    assert draft.title == "Drones Hit Refinery And Kill At Least Six, Governor Claims"
    assert draft.authors == ("Ada Lindholm", "Pavel Roth")
    assert [kind for kind, _ in _kinds(draft)] == [
        BlockKind.HEADLINE, BlockKind.BODY, BlockKind.BODY, BlockKind.CAPTION, BlockKind.BODY,
        BlockKind.COMMENT, BlockKind.COMMENT,
    ]  # fmt: skip
    assert [block.author for block in draft.blocks[-2:]] == [None, "Ada Lindholm"]
    outside = "Politics World", "Share this", "Advertisement", "log in", "commenting using", "Notify"
    assert not any(words in text for words in outside for _, text in _kinds(draft))


def test_a_first_line_without_a_stop_is_the_headline_and_a_bare_paragraph_is_not() -> None:
    two = page("Army retakes Palma\n\nTroops entered the town on Sunday after a week of fighting.")
    assert [kind for kind, _ in _kinds(two)] == [BlockKind.HEADLINE, BlockKind.BODY]
    assert [kind for kind, _ in _kinds(page("Army retakes Palma"))] == [BlockKind.BODY]


def test_a_deck_that_is_a_sentence_above_the_byline_is_a_standfirst() -> None:
    draft = page(
        "Bridge falls at Orsk\n\nEngineers had warned of it for a year.\n\nBy Ines Okoro\n\n"
        "The road bridge at Orsk was blown up on Friday night, cutting the town in two."
    )
    assert [kind for kind, _ in _kinds(draft)] == [BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BODY]
    assert draft.authors == ("Ines Okoro",)


def test_datelines_and_lists_stay_body() -> None:
    draft = page(
        "Losses of the week\n\nKYIV, March 6 — The army gave these figures on Monday morning.\n- Tanks: 14\n- Guns: 9"
    )
    assert [kind for kind, _ in _kinds(draft)] == [BlockKind.HEADLINE, *[BlockKind.BODY] * 3]


def test_a_dateline_with_its_year_dates_the_article() -> None:
    draft = page("KABUL, Afghanistan (Jan. 25, 2013)\nA patrol found three shells in a culvert in Andar on Thursday.")
    assert {kind for kind, _ in _kinds(draft)} == {BlockKind.BODY}
    assert draft.published is not None
    assert (draft.published.value, draft.published.found) == ("2013-01-25", "dateline")


def test_a_stated_date_is_taken_and_a_date_in_a_sentence_is_not() -> None:
    stated = page("Bridge falls\n\nPublished: 3 May 2016 at 08:10\n\nThe bridge at Orsk fell on Friday, the army said.")
    told = page("Bridge falls\n\nThe bridge at Orsk fell on 3 May 2016, the army said in its daily report.")
    assert stated.published is not None
    assert stated.published.value == "2016-05-03T08:10"
    assert told.published is None


def test_the_time_of_a_comment_is_not_the_pages_and_a_date_at_the_foot_is() -> None:
    body = "Bridge falls\n\nThe bridge at Orsk was blown up on Friday night, the army said.\n\nComments\n\n"
    assert page(f"{body}Ana says:\n4 May 2016 at 09:30\nNot true.").published is None
    dated = page(f"{body}Ana: Not true.\n\n(3 May 2016)").published
    assert dated is not None
    assert dated.value == "2016-05-03"


def test_a_given_title_that_is_the_first_line_is_the_headline() -> None:
    draft = page("Who fired on Arbat?\n\nNobody will say.", "Who fired on Arbat?")
    assert _kinds(draft)[0] == (BlockKind.HEADLINE, "Who fired on Arbat?")


def test_comment_counters_above_the_body_open_no_thread() -> None:
    draft = page("Siege lifted\n\n12 comments\n\nThe siege of Arbat was lifted on Friday, both sides said.")
    assert [kind for kind, _ in _kinds(draft)] == [BlockKind.HEADLINE, BlockKind.BODY]


def test_a_reports_section_is_no_thread_unless_a_comment_opens_it() -> None:
    body = "Three clinics were hit by shells in the week to Friday, the cluster reported in Goma."
    report = page(f"{body}\n\nResponses\n\nThe army denied that it had fired on any of them.")
    forum = page(f"{body}\n\nResponses\n\nAna says:\nIt was four.")
    assert BlockKind.COMMENT not in dict(_kinds(report))
    assert _comments(forum) == [("Ana", None, "It was four.", None)]


def test_a_form_mark_in_mid_article_does_not_cost_the_rest() -> None:
    body = "The column reached the river late on Tuesday and stopped there, because both bridges had been blown. "
    draft = page(f"River crossing\n\n{body}\n\nPost a comment\n\n{body * 2}\n\n{body * 2}")
    assert sum(kind is BlockKind.BODY for kind, _ in _kinds(draft)) == 3


def _saved(name: str) -> Draft:
    return page((Path(__file__).parent / "saved" / f"{name}.txt").read_text(encoding="utf-8"))


def _comments(draft: Draft) -> list[tuple[str | None, str | None, str, int | None]]:
    found = [block for block in draft.blocks if block.kind is BlockKind.COMMENT]
    first = len(draft.blocks) - len(found)
    return [
        (one.author, one.time, one.span.of(draft.text), None if one.reply_to is None else one.reply_to - first)
        for one in found
    ]


def test_a_broadcasters_page_loses_its_menus_and_keeps_its_labelled_captions() -> None:
    draft = _saved("broadcaster")
    assert draft.title == "Sahel: Gunmen kill 40 villagers in Tillabéri raid"
    assert draft.published is not None
    assert draft.published.value == "2021-03-12"
    assert [text for kind, text in _kinds(draft) if kind is BlockKind.CAPTION] == [
        "Image source, AFP",
        "Soldiers patrol near the village of Banibangou in 2020",
        "A survivor speaks about the night of the raid",
    ]
    whole = " ".join(text for _, text in _kinds(draft))
    assert "Sport" not in whole
    assert "Minister resigns" not in whole
    assert "stole cattle in Zaroumdareye" in whole


def test_a_copied_disqus_thread() -> None:
    assert _comments(_saved("disqus")) == [
        ("Abu_Ali", "3 years ago", "The hotel was empty. My uncle cleans there.", None),
        ("Tomas Vrba", "3 years ago", "Then who are the six dead?", 0),
        ("Guest", "3 years ago", "Saudi lies, as always.", None),
    ]


def test_a_copied_wordpress_thread() -> None:
    assert _comments(_saved("wordpress")) == [
        ("Amal", "2023-08-14T18:40", "My neighbour lost two sons. It was nine dead, not seven.", None),
        ("Kordofan Eye Team", "2023-08-14T19:02", "Our condolences, Amal. We will update.", 0),
        ("Osman Tia", "2023-08-15T09:11", "Both sides shell us", None),
    ]


def test_a_copied_facebook_thread() -> None:
    assert _comments(_saved("facebook")) == [
        ("Olena Marchuk", None, "My mother is on the roof there since Tuesday.", None),
        ("Petro Bondar", None, "Pray for them.", None),
    ]


@given(st.lists(st.sampled_from([*SAVED.split("\n\n"), "", "Signed", "He fled.", "By X", "1. One"]), max_size=12))
def test_blocks_are_ordered_ranges_of_the_unchanged_text(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    draft = page(text)
    assert draft.text == text
    ends = [0, *(block.span.end for block in draft.blocks)]
    assert all(end <= block.span.start < block.span.end for end, block in zip(ends, draft.blocks, strict=False))
    assert all(block.reply_to is None or block.reply_to < i for i, block in enumerate(draft.blocks))
