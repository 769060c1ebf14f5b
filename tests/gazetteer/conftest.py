"""The gazetteer that the tests share."""

import pytest

from claimtrail.gazetteer.lookup import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The installed gazetteer."""
    return Gazetteer.open()
