"""What a toll covers."""

import pytest

from claimtrail.claims.scopes import claim_scope, ongoing, scope_of
from claimtrail.model import Scope
from tests.builders import loss
from tests.claims import tolls
from tests.claims.trees import tree


@pytest.mark.parametrize(
    ("sentence", "who", "count", "scope"),
    [
        (tolls.INCLUDING, "people", "24", Scope.INCIDENT),
        (tolls.TWELVE, "people", "Twelve", Scope.INCIDENT),
        (tolls.BLASTTOLL, "41", "41", Scope.INCIDENT),
        (tolls.DAY, "people", "17", Scope.DAY),
        (tolls.SIEGE, "people", "200", Scope.CAMPAIGN),
        (tolls.SINCE, "people", "400", Scope.CUMULATIVE),
        (tolls.TALLY, "300", "300", Scope.CUMULATIVE),
        (tolls.CLASHES, "men", "60", None),
        (tolls.MONDAY, "villagers", "12", None),
        (tolls.RISEN, "38", "38", None),
    ],
)
def test_the_clause_of_a_loss_tells_its_scope_or_nothing(
    sentence: str, who: str, count: str, scope: Scope | None
) -> None:
    made = tree(sentence)
    assert scope_of(loss(made.text, who, count, 9, 9), made) is scope


def test_a_claim_has_the_scope_that_its_totals_share() -> None:
    made = tree(tolls.TALLY)
    dead, all_dead = loss(made.text, "men", "12", 12, 12), loss(made.text, "300", "300", 300, 300)
    assert claim_scope([dead], made) is Scope.INCIDENT
    assert claim_scope([dead, all_dead], made) is None
    assert claim_scope([], made) is None


def test_clashes_go_on_and_a_blast_does_not() -> None:
    clashes, blast = tree(tolls.CLASHES), tree(tolls.TALLY)
    assert ongoing(loss(clashes.text, "men", "60", 60, 60), clashes)
    assert not ongoing(loss(blast.text, "men", "12", 12, 12), blast)
