"""Identities of claims."""

from dataclasses import replace

from claimtrail.claims.identity import claim_id, digest
from claimtrail.model import Status
from tests.builders import claim, loss

TEXT = "Shells killed two men in Ardak, the mayor said."


def test_a_digest_does_not_depend_on_the_order_of_keys() -> None:
    assert digest({"a": 1, "b": [2]}) == digest({"b": [2], "a": 1})


def test_joined_strings_that_look_alike_are_told_apart() -> None:
    assert digest(["ab", "c"]) != digest(["a", "bc"])


def test_a_claim_keeps_its_identity_whatever_its_confidence() -> None:
    made = claim(TEXT, "Shells", loss(TEXT, "men", "two", 2, 2))
    assert claim_id("a", made) == claim_id("a", replace(made, confidence={"event": 0.4}))


def test_article_status_and_figures_are_part_of_the_identity() -> None:
    made = claim(TEXT, "Shells", loss(TEXT, "men", "two", 2, 2))
    others = [
        claim_id("b", made),
        claim_id("a", replace(made, status=Status.DENIED)),
        claim_id("a", claim(TEXT, "Shells", loss(TEXT, "men", "two", 2, None))),
        claim_id("a", replace(made, attribution=claim(TEXT, "Shells", said_by=("mayor",)).attribution)),
    ]
    assert len({claim_id("a", made), *others}) == 5
