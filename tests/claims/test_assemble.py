"""From a reading with proposals to claims, with the real gazetteer and the fitted weights."""

from dataclasses import replace

import pytest

from claimtrail.claims import find_claims
from claimtrail.claims.drafts import EVEN
from claimtrail.claims.scene import scene_of
from claimtrail.gazetteer import Gazetteer
from claimtrail.model import (
    Argument,
    Article,
    Block,
    BlockKind,
    Category,
    Claim,
    Event,
    Outcome,
    Proposal,
    Reading,
    SpeakerKind,
    Status,
    Voice,
)
from tests.builders import article
from tests.claims.trees import at, reading
from tests.claims.trees import tree as parsed

SENTENCE = (
    "Shells|shell|NOUN|2|nsubj killed|kill|VERB|11|ccomp some|some|DET|4|advmod twelve|twelve|NUM|5|nummod"
    " villagers|villager|NOUN|2|obj near|near|ADP|7|case Kirkuk|Kirkuk|PROPN|2|obl on|on|ADP|9|case"
    " Friday|Friday|PROPN|2|obl ,|,|PUNCT|2|punct said|say|VERB|0|root the|the|DET|13|det"
    " police|police|NOUN|11|nsubj .|.|PUNCT|11|punct"
)
PARSED = parsed(SENTENCE)
GAZETTEER = Gazetteer.open()


def proposed(*roles: tuple[str, str], score: float = 0.95, status: str = "asserted") -> Reading:
    """The sentence with a proposal on "killed", and arguments by their words and role."""
    event = Proposal(at(PARSED, "killed"), "shelling", status, score, 0.9, 0.9)
    arguments = [Argument(0, at(PARSED, words), role, 0.9) for words, role in roles]
    arguments = [replace(a, outcome="killed", category="civilian") if a.role == "who" else a for a in arguments]
    return replace(reading(SENTENCE), proposals=(event,), arguments=tuple(arguments))


def claims(made: Reading, page: Article | None = None) -> tuple[Claim, ...]:
    return find_claims(page or article(PARSED.text, "2014-06-15"), made, GAZETTEER)


def test_every_slot_is_tied_to_its_words_and_read_by_rule() -> None:
    roles = [("villagers", "who"), ("Kirkuk", "place"), ("Friday", "time"), ("police", "speaker")]
    (claim,) = claims(proposed(*roles))
    assert (claim.event, claim.status, claim.voice) == (Event.SHELLING, Status.ASSERTED, Voice.BODY)
    (loss,) = claim.losses
    assert (loss.who.of(PARSED.text), loss.outcome, loss.category) == ("villagers", Outcome.KILLED, Category.CIVILIAN)
    assert loss.count.span is not None
    assert (loss.count.low, loss.count.high, loss.count.span.of(PARSED.text)) == (12, 12, "some twelve")
    assert claim.place is not None
    assert claim.place.resolved is not None
    assert (claim.place.relation, claim.place.resolved.country) == ("near", "IQ")
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == ("2014-06-13", "2014-06-13")
    assert [speaker.span.of(PARSED.text) for speaker in claim.attribution] == ["police"]


def test_rules_fill_what_the_reader_left_out() -> None:
    (claim,) = claims(proposed())
    assert [speaker.span.of(PARSED.text) for speaker in claim.attribution] == ["police"]


def test_trigger_and_outcome_of_one_event_make_one_claim() -> None:
    made = proposed(("villagers", "who"))
    both = (Proposal(at(PARSED, "Shells"), "shelling", "asserted", 0.8, 0.9, 0.9), *made.proposals)
    arguments = tuple(replace(each, proposal=1) for each in made.arguments)
    (claim,) = claims(replace(made, proposals=both, arguments=arguments))
    assert len(claim.losses) == 1


def test_a_weekday_of_an_undated_article_stays_unresolved() -> None:
    (claim,) = claims(proposed(("Friday", "time")), article(PARSED.text))
    assert claim.time is None or claim.time.start is None


def test_text_that_no_block_covers_makes_no_claim() -> None:
    page = replace(article(PARSED.text), blocks=())
    assert claims(proposed(), page) == ()


@pytest.mark.parametrize(
    ("kind", "voice"),
    [(BlockKind.CAPTION, Voice.CAPTION), (BlockKind.COMMENT, Voice.COMMENT), (BlockKind.STANDFIRST, Voice.BODY)],
)
def test_the_voice_is_that_of_the_block(kind: BlockKind, voice: Voice) -> None:
    page = article(PARSED.text)
    page = replace(page, blocks=(Block(page.blocks[0].span, kind),))
    assert [claim.voice for claim in claims(proposed(), page)] == [voice]


def test_an_improbable_trigger_makes_no_claim_and_confidence_is_told() -> None:
    (claim,) = claims(proposed(("villagers", "who")))
    assert 0.3 <= claim.confidence["claim"] <= 1
    assert set(claim.confidence) >= {"claim", "losses"}
    quiet = (
        "The|the|DET|2|det minister|minister|NOUN|3|nsubj spoke|speak|VERB|0|root of|of|ADP|5|case"
        " trade|trade|NOUN|3|obl .|.|PUNCT|3|punct"
    )
    weak = Proposal(at(parsed(quiet), "spoke"), "attack", "asserted", 0.05, 0.4, 0.9)
    made = replace(reading(quiet), proposals=(weak,))
    assert find_claims(article(made.text), made, GAZETTEER) == ()


def test_claims_have_identities_that_do_not_depend_on_the_run() -> None:
    assert [claim.id for claim in claims(proposed())] == [claim.id for claim in claims(proposed())]
    assert len({claim.id for claim in claims(proposed()) + claims(proposed(status="denied"))}) == 2


def test_a_number_and_the_phrase_it_counts_are_one_loss() -> None:
    made = proposed(("villagers", "who"), ("twelve", "who"))
    counted = Argument(0, at(PARSED, "twelve"), "count", 0.9, of=0)
    (claim,) = claims(replace(made, arguments=(*made.arguments, counted)))
    assert len(claim.losses) == 1


APPOSED = (
    "A|a|DET|2|det spokesman|spokesman|NOUN|6|nsubj ,|,|PUNCT|4|punct Omar|Omar|PROPN|2|appos ,|,|PUNCT|2|punct"
    " told|tell|VERB|0|root Reuters|Reuters|PROPN|6|obj that|that|SCONJ|10|mark rebels|rebel|NOUN|10|nsubj"
    " shelled|shell|VERB|6|ccomp Kirkuk|Kirkuk|PROPN|10|obj .|.|PUNCT|6|punct"
)


def test_a_speaker_with_an_apposition_is_one_and_the_medium_comes_first() -> None:
    made = parsed(APPOSED)
    event = Proposal(at(made, "shelled"), "shelling", "asserted", 0.95, 0.9, 0.9)
    roles = [Argument(0, at(made, words), "speaker", 0.95) for words in ("spokesman", "Omar", "Reuters")]
    told = replace(reading(APPOSED), proposals=(event,), arguments=tuple(roles))
    (claim,) = claims(told, article(made.text, "2014-06-15"))
    names = [speaker.span.of(made.text) for speaker in claim.attribution]
    assert names[0] == "Reuters"
    assert len(names) == 2


def test_a_count_and_what_is_said_of_those_counted_are_one_loss() -> None:
    words = (
        "Sixty|sixty|NUM|2|nummod gunmen|gunman|NOUN|7|nsubj:pass ,|,|PUNCT|4|punct natives|native|NOUN|2|appos"
        " ,|,|PUNCT|2|punct were|be|AUX|7|aux:pass killed|kill|VERB|0|root .|.|PUNCT|7|punct"
    )
    made = parsed(words)
    event = Proposal(at(made, "killed"), "attack", "asserted", 0.95, 0.9, 0.9)
    lost = [Argument(0, at(made, who), "who", 0.9, "killed", "combatant") for who in ("gunmen", "natives")]
    count = Argument(0, at(made, "Sixty"), "count", 0.9, of=0)
    told = replace(reading(words), proposals=(event,), arguments=(*lost, count))
    (claim,) = claims(told, article(made.text, "2014-06-15"))
    assert [(loss.who.of(made.text), loss.count.low) for loss in claim.losses] == [("gunmen", 60)]


def test_a_party_named_in_two_sentences_is_one_actor_of_a_claim() -> None:
    before = (
        "The|the|DET|3|det Oldra|Oldra|PROPN|3|compound Front|Front|PROPN|4|nsubj fired|fire|VERB|0|root"
        " .|.|PUNCT|4|punct"
    )
    later = (
        "Shells|shell|NOUN|6|nsubj of|of|ADP|5|case the|the|DET|5|det Oldra|Oldra|PROPN|5|compound"
        " Front|Front|PROPN|1|nmod killed|kill|VERB|0|root six|six|NUM|8|nummod men|man|NOUN|6|obj .|.|PUNCT|6|punct"
    )
    whole = parsed(before, later)
    first = at(whole, "Oldra Front")
    again = replace(first, start=whole.text.rindex("Oldra"), end=whole.text.rindex("Front") + 5)
    event = Proposal(at(whole, "killed"), "shelling", "asserted", 0.95, 0.9, 0.9)
    arguments = tuple(Argument(0, span, "actor", 0.95) for span in (first, again))
    (claim,) = claims(
        replace(reading(before, later), proposals=(event,), arguments=arguments), article(whole.text, "2014-06-15")
    )
    assert [each.span.of(whole.text) for each in claim.actors] == ["Oldra Front"]


RAID = "Troops|troops|NOUN|2|nsubj raided|raid|VERB|0|root Verin|Verin|PROPN|2|obj .|.|PUNCT|2|punct"
TOLL = (
    "Twelve|twelve|NUM|2|nummod gunmen|gunman|NOUN|4|nsubj:pass were|be|AUX|4|aux:pass"
    " neutralised|neutralise|VERB|0|root .|.|PUNCT|4|punct"
)


def test_a_toll_whose_sentence_makes_no_claim_belongs_to_the_sentence_before_in_its_paragraph() -> None:
    made = parsed(RAID, TOLL)
    events = (
        Proposal(at(made, "raided"), "armed_clash", "asserted", 0.95, 0.9, 0.9),
        Proposal(at(made, "neutralised"), "armed_clash", "asserted", 0.01, 0.9, 0.9),
    )
    arguments = (
        Argument(1, at(made, "gunmen"), "who", 0.98, "killed", "combatant"),
        Argument(1, at(made, "Twelve"), "count", 0.98, of=0),
    )
    told = replace(reading(RAID, TOLL), proposals=events, arguments=arguments)
    (claim,) = claims(told, article(told.text, "2014-06-15"))
    assert claim.trigger == at(made, "raided")
    assert [(loss.who.of(told.text), loss.count.low) for loss in claim.losses] == [("gunmen", 12)]


def test_an_empty_line_parts_what_is_told_before_it_from_what_comes_after() -> None:
    made = reading(RAID, TOLL)
    scene = scene_of(article(made.text), made, GAZETTEER)
    raid, toll = at(scene.tree, "raided"), at(scene.tree, "Twelve")
    assert scene.one_block(raid, toll)
    text = made.text.replace(". Twelve", "\n\nTwelve")
    assert not replace(scene, tree=replace(scene.tree, text=text)).one_block(raid, toll)


def test_parties_and_speakers_have_names_sides_and_kinds_and_means_their_kind() -> None:
    literal = (
        "Syrian|Syrian|ADJ|2|amod jets|jet|NOUN|3|nsubj bombed|bomb|VERB|10|ccomp Taliban|Taliban|PROPN|5|compound"
        " fighters|fighter|NOUN|3|obj with|with|ADP|8|case barrel|barrel|NOUN|8|compound bombs|bomb|NOUN|3|obl"
        " ,|,|PUNCT|3|punct said|say|VERB|0|root UNICEF|UNICEF|PROPN|10|nsubj .|.|PUNCT|10|punct"
    )
    tree = parsed(literal)
    event = Proposal(at(tree, "bombed"), "airstrike", "asserted", 0.97, 0.9, 0.9)
    roles = [("Syrian jets", "actor"), ("Taliban fighters", "target"), ("UNICEF", "speaker")]
    arguments = tuple(Argument(0, at(tree, words), role, 0.97) for words, role in roles)
    made = replace(reading(literal), proposals=(event,), arguments=arguments)
    (claim,) = claims(made, article(tree.text, "2014-06-15"))
    assert [(each.name, each.party) for each in claim.actors] == [("Syrian Arab Army", "Government of Syria")]
    assert [(each.name, each.id) for each in claim.targets] == [("Taliban", "taliban")]
    assert [(each.name, each.kind, each.party) for each in claim.attribution] == [("UNICEF", SpeakerKind.MONITOR, None)]
    assert [(each.span.of(tree.text), each.kind[0]) for each in claim.means] == [
        ("jets", "combat_aircraft"),
        ("barrel bombs", "barrel_bomb"),
    ]


def test_who_is_only_killed_is_no_actor() -> None:
    literal = (
        "Guards|guard|NOUN|3|nsubj:pass were|be|AUX|3|aux:pass killed|kill|VERB|0|root in|in|ADP|5|case"
        " Oldra|Oldra|PROPN|3|obl .|.|PUNCT|3|punct"
    )
    tree = parsed(literal)
    event = Proposal(at(tree, "killed"), "attack", "asserted", 0.97, 0.9, 0.9)
    lost = Argument(0, at(tree, "Guards"), "who", 0.97, outcome="killed", category="combatant")
    made = replace(
        reading(literal), proposals=(event,), arguments=(lost, Argument(0, at(tree, "Guards"), "actor", 0.97))
    )
    (claim,) = claims(made, article(tree.text, "2014-06-15"))
    assert claim.losses
    assert claim.actors == ()


QUIET = "It|it|PRON|2|nsubj rained|rain|VERB|0|root there|there|ADV|2|advmod .|.|PUNCT|2|punct"


def made_of(*sentences: str, raid: float = 0.95, toll: float = 0.01) -> Reading:
    """A raid and its toll with sentences between them; the reader takes the verbs for triggers with these scores."""
    made = parsed(*sentences)
    events = (
        Proposal(at(made, "raided"), "armed_clash", "asserted", raid, 0.9, 0.9),
        Proposal(at(made, "neutralised"), "armed_clash", "asserted", toll, 0.9, 0.9),
    )
    arguments = (
        Argument(1, at(made, "gunmen"), "who", 0.98, "killed", "combatant"),
        Argument(1, at(made, "Twelve"), "count", 0.98, of=0),
    )
    return replace(reading(*sentences), proposals=events, arguments=arguments)


def test_a_likely_loss_belongs_to_the_claim_further_back_that_may_have_caused_it() -> None:
    told = made_of(RAID, QUIET, QUIET, TOLL)
    (claim,) = claims(told, article(told.text, "2014-06-15"))
    assert claim.trigger.of(told.text) == "raided"
    assert [loss.count.low for loss in claim.losses] == [12]


def test_no_agreement_or_detention_further_back_has_caused_deaths() -> None:
    told = made_of(RAID, QUIET, QUIET, TOLL)
    arrest = replace(told.proposals[0], event="detention", event_score=0.99)
    (claim,) = claims(replace(told, proposals=(arrest, told.proposals[1])), article(told.text, "2014-06-15"))
    assert claim.event is Event.DETENTION
    assert claim.losses == ()


def test_a_likely_loss_without_a_home_makes_a_claim_of_a_doubtful_trigger() -> None:
    sentences = (QUIET, TOLL)
    made = parsed(*sentences)
    doubtful = Proposal(at(made, "neutralised"), "armed_clash", "asserted", 0.33, 0.9, 0.9)
    lost = (
        Argument(0, at(made, "gunmen"), "who", 0.98, "killed", "combatant"),
        Argument(0, at(made, "Twelve"), "count", 0.98, of=0),
    )
    told = replace(reading(*sentences), proposals=(doubtful,), arguments=lost)
    (claim,) = claims(told, article(told.text, "2014-06-15"))
    assert claim.confidence["claim"] < EVEN
    assert [loss.count.low for loss in claim.losses] == [12]


NAMED = (
    "Troops|troops|NOUN|2|nsubj killed|kill|VERB|0|root the|the|DET|4|det commander|commander|NOUN|2|obj"
    " ,|,|PUNCT|6|punct Orvan|Orvan|PROPN|4|appos .|.|PUNCT|2|punct"
)


def test_a_name_and_its_title_are_one_loss() -> None:
    made = parsed(NAMED)
    event = Proposal(at(made, "killed"), "armed_clash", "asserted", 0.95, 0.9, 0.9)
    lost = tuple(Argument(0, at(made, who), "who", 0.95, "killed", "combatant") for who in ("commander", "Orvan"))
    told = replace(reading(NAMED), proposals=(event,), arguments=lost)
    (claim,) = claims(told, article(told.text, "2014-06-15"))
    assert len(claim.losses) == 1


DOCTOR = "A|a|DET|2|det doctor|doctor|NOUN|3|nsubj spoke|speak|VERB|0|root .|.|PUNCT|3|punct"
FLED = (
    "People|people|NOUN|2|nsubj fled|flee|VERB|0|root ,|,|PUNCT|7|punct according|accord|VERB|7|case to|to|ADP|4|fixed"
    " the|the|DET|7|det agency|agency|NOUN|2|obl .|.|PUNCT|2|punct"
)


def test_no_speaker_of_another_sentence_joins_one_that_the_tree_ties_to_the_event() -> None:
    made = parsed(DOCTOR, FLED)
    event = Proposal(at(made, "fled"), "displacement", "asserted", 0.97, 0.9, 0.9)
    speakers = tuple(Argument(0, at(made, words), "speaker", 0.9) for words in ("the agency", "doctor"))
    told = replace(reading(DOCTOR, FLED), proposals=(event,), arguments=speakers)
    (claim,) = claims(told, article(told.text, "2014-06-15"))
    assert [each.span.of(told.text) for each in claim.attribution] == ["agency"]
