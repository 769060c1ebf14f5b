"""The actor and the party behind a phrase."""

import pytest

from claimtrail.claims.named import Names
from claimtrail.claims.namings import find_namings
from claimtrail.claims.parties import Known, Parties
from claimtrail.claims.tree import Tree
from claimtrail.model import Link, Span, SpeakerKind
from tests.claims.trees import at, reading

TALIBAN = Known("Taliban", "taliban", "Taliban")


def parties(*sentences: str, year: int = 2015, home: str | None = None, links: tuple[tuple[str, str], ...] = (),
            people: tuple[str, ...] = ()) -> Parties:  # fmt: skip
    made = reading(*sentences, mentions=tuple((name, "person") for name in people))
    tree = Tree.of(made)
    names = Names.of(tree, [Link(at(tree, one), at(tree, other), 0.99) for one, other in links])
    return Parties.of_article(tree, find_namings(tree.text, [Span(0, len(tree.text))], year), names, home)


def phrase(literal: str) -> Known:
    found = parties(literal)
    return found.of(Span(0, len(found.tree.text)))


@pytest.mark.parametrize(
    "literal",
    [
        "Taliban|Taliban|PROPN|0|root",
        "Taliban|Taliban|PROPN|2|compound fighters|fighter|NOUN|0|root",
        "members|member|NOUN|0|root of|of|ADP|4|case the|the|DET|4|det Taliban|Taliban|PROPN|1|nmod",
    ],
)
def test_an_actor_s_people_are_the_actor(literal: str) -> None:
    assert phrase(literal) == TALIBAN


@pytest.mark.parametrize(
    "literal",
    [
        "Taliban|Taliban|PROPN|2|compound positions|position|NOUN|0|root",
        "Taliban|Taliban|PROPN|2|compound spokesman|spokesman|NOUN|0|root",
    ],
)
def test_persons_and_things_of_an_actor_have_its_party_alone(literal: str) -> None:
    assert phrase(literal) == Known(party="Taliban")


@pytest.mark.parametrize(
    "literal",
    [
        "suspected|suspected|ADJ|3|amod Taliban|Taliban|PROPN|3|compound militants|militant|NOUN|0|root",
        "victims|victim|NOUN|0|root of|of|ADP|3|case Taliban|Taliban|PROPN|1|nmod",
        "Taliban-held|Taliban-held|ADJ|2|amod towns|town|NOUN|0|root",
        "tribesmen|tribesman|NOUN|0|root or|or|CCONJ|3|cc Taliban|Taliban|PROPN|1|conj",
    ],
)
def test_doubt_opposition_and_mere_company_name_nobody(literal: str) -> None:
    assert phrase(literal) == Known()


LAND = "Peru|Peru|PROPN|2|nsubj bombed|bomb|VERB|0|root Ecuador|Ecuador|PROPN|2|obj"


def test_a_state_acts_by_its_name_but_is_no_target_by_it() -> None:
    found = parties(LAND)
    government = Known("Government of Peru", "pe-government", "Government of Peru")
    assert found.of(at(found.tree, "Peru")) == government
    assert found.of(at(found.tree, "Ecuador"), acts=False) == Known()


ARMY = (
    "The|the|DET|3|det Peruvian|Peruvian|ADJ|3|amod army|army|NOUN|4|nsubj marched|march|VERB|0|root",
    "{}|the|DET|2|det {}|army|NOUN|3|nsubj stopped|stop|VERB|0|root",
)


def second(noun: str, home: str | None, determiner: str = "The") -> Known:
    found = parties(ARMY[0], ARMY[1].format(determiner, noun), home=home)
    start = found.tree.text.rindex(noun)
    return found.of(Span(start, start + len(noun)))


def test_the_army_is_the_one_that_the_article_names_where_it_is_set_in_its_country() -> None:
    assert second("army", "PE").name == "Army of Peru"
    assert second("army", "EC") == Known()
    assert second("navy", "PE") == Known()


REBELS = (
    "UNITA|UNITA|PROPN|2|nsubj advanced|advance|VERB|0|root",
    "{}|the|DET|2|det rebels|rebel|NOUN|3|nsubj stopped|stop|VERB|0|root",
)


def test_the_rebels_are_the_one_group_named_but_some_rebels_are_not() -> None:
    definite, some = (parties(REBELS[0], REBELS[1].format(word), year=1990) for word in ("The", "Some"))
    assert definite.of(at(definite.tree, "rebels")).name == "UNITA"
    assert some.of(at(some.tree, "rebels")) == Known()


def test_a_description_has_the_canonical_name_of_what_it_takes_up_or_the_article_s() -> None:
    group = "Its|its|PRON|2|nmod:poss group|group|NOUN|3|nsubj left|leave|VERB|0|root"
    known = parties("ISIL|ISIL|PROPN|2|nsubj came|come|VERB|0|root", group, links=(("Its group", "ISIL"),))
    assert known.of(at(known.tree, "Its group")).name == "Islamic State"
    unknown = parties("Oldrans|Oldrans|PROPN|2|nsubj came|come|VERB|0|root", group, links=(("Its group", "Oldrans"),))
    assert unknown.of(at(unknown.tree, "Its group")) == Known("Oldrans")


SPOKE = (
    "Ana|Ana|PROPN|7|nsubj Cook|Cook|PROPN|1|flat ,|,|PUNCT|6|punct a|a|DET|6|det Taliban|Taliban|PROPN|6|compound"
    " spokeswoman|spokeswoman|NOUN|1|appos spoke|speak|VERB|0|root",
    "Cook|Cook|PROPN|2|nsubj left|leave|VERB|0|root",
)


def test_a_person_s_kind_and_party_are_told_beside_the_full_name() -> None:
    found = parties(*SPOKE, people=("Ana Cook",))
    start = found.tree.text.rindex("Cook")
    surname = Span(start, start + 4)
    assert found.of_speaker(surname) == Known(party="Taliban")
    assert found.kind(surname) is SpeakerKind.MILITARY


def test_a_surname_that_is_a_trade_tells_no_kind() -> None:
    found = parties(SPOKE[1], people=("Cook",))
    assert found.kind(Span(0, 4)) is None


def test_a_known_body_has_the_kind_of_the_table() -> None:
    found = parties("UNICEF|UNICEF|PROPN|2|nsubj spoke|speak|VERB|0|root")
    assert found.kind(Span(0, 6)) is SpeakerKind.MONITOR
    assert found.of_speaker(Span(0, 6)) == Known("UNICEF", "unicef", None)
