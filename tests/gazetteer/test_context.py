"""Where an article is set."""

import pytest

from claimtrail.gazetteer.context import Context, demonym, outlet_country


@pytest.mark.parametrize(
    ("word", "country"),
    [("Syrian", "SY"), ("Syrians", "SY"), ("South Sudanese", "SS"), ("Swiss", "CH"), ("Mosul", None), ("", None)],
)
def test_demonyms_name_their_country(word: str, country: str | None) -> None:
    assert demonym(word) == country


def test_peoples_and_institutions_speak_for_countries() -> None:
    context = Context.of("Iraqi troops and two Iraqis met a Lebanese envoy; Peshmerga fighters watched.")
    assert context.countries["IQ"] > context.countries["LB"] > 0


def test_no_naming_weighs_without_end() -> None:
    once, often = Context.of("Afghan " * 5), Context.of("Afghan " * 50)
    assert once.countries == often.countries


def test_a_text_without_evidence_gives_none() -> None:
    assert not Context.of("nothing here").countries


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://news.example.co.uk/a", "GB"),
        ("https://example.ge/a", "GE"),
        ("https://example.com/a", None),
        ("https://example.tv/a", None),
        ("https://[broken", None),
        (None, None),
    ],
)
def test_the_country_of_an_address(url: str | None, country: str | None) -> None:
    assert outlet_country(url) == country
    assert (country in Context.of("Nothing here.", url).countries) is (country is not None)
