"""Lines by their wording alone."""

import pytest

from claimtrail.ingest.text.phrases import Role, byline, dated, heading_title, role


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Home | World | Politics | Contact", Role.NAVIGATION),
        ("News World Opinion Latest Video", Role.NAVIGATION),
        ("Skip to content", Role.NAVIGATION),
        ("Advertisement", Role.FURNITURE),
        ("Share this", Role.FURNITURE),
        ("Facebook  Twitter  WhatsApp", Role.FURNITURE),
        ("Read more: The war that nobody sees", Role.FURNITURE),
        ("© 2019 The Valley Post", Role.FURNITURE),
        ("Related articles", Role.RELATED),
        ("By Ines Okoro and Tom Hale", Role.BYLINE),
        ("Published: 3 May 2016", Role.DATE),
        ("Tuesday 3 May 2016", Role.DATE),
        ("Photo: A burnt truck on the Kirkuk road. (Reuters)", Role.CAPTION),
        ("A burnt truck on the Kirkuk road. (Photo: A. Salim)", Role.CAPTION),
        ("Getty Images/AFP", Role.CAPTION),
        ("14 comments", Role.COMMENTS),
        ("One comment on “The road to Arbat”", Role.COMMENTS),
        ("2 thoughts on “The road to Arbat”", Role.COMMENTS),
        ("Discussion", Role.DOUBTFUL),
        ("Comments (3)", Role.COMMENTS),
        ("Below the line", Role.COMMENTS),
        ("Leave a Reply", Role.FORM),
        ("Your email address will not be published. Required fields are marked *", Role.FORM),
        ("You must be logged in to post a comment.", Role.FORM),
        ("From the postbag", Role.LETTERS),
    ],
)
def test_furniture_is_known_by_its_wording(line: str, expected: Role) -> None:
    assert role(line) is expected


@pytest.mark.parametrize(
    "line",
    [
        "Rebels take border post, army says",
        "By Monday the whole district had been emptied of its people.",
        "Two dead, nine hurt in Kabul blast",
        "The reply came within the hour: mortar fire on the customs house.",
        "Read aloud on state radio, the order named eleven officers.",
        "Killed: 3 | Wounded: 11 | Missing: 2",
        "Share prices fell after the attack.",
        "Print works bombed",
        "No comment on strike, army says",
        "Two responses to the siege were considered.",
        "Three thoughts on a war nobody wants",
        "Three comments on the radio caused the riot.",
        "Home front weary as the siege drags on",
        "Commenting on the strike, the minister said that no civilian had been hit.",
        "Image of the wreck shows at least two missiles, analysts say.",
    ],
)
def test_news_is_never_furniture(line: str) -> None:
    assert role(line) is Role.PROSE


def test_heading_names_the_article_it_stands_under() -> None:
    assert heading_title("2 thoughts on “The road to Arbat”") == "The road to Arbat"
    assert heading_title("Comments (2)") is None


def test_byline_gives_its_names() -> None:
    assert byline("By Ines Okoro, 3 May 2016") == "Ines Okoro, 3 May 2016"
    assert byline("by our staff in Herat") == "our staff in Herat"
    assert byline("By nightfall the guns had stopped") is None


def test_a_date_alone_is_told_from_a_sentence_with_a_date() -> None:
    assert dated("(5 February 2018)")
    assert not dated("On 5 February 2018 the shelling began")
