"""Which addresses are public."""

import pytest

from claimtrail.errors import FetchError
from claimtrail.ingest.address import public, resolve


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])
def test_public_addresses(address: str) -> None:
    assert public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fd00::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f000001", "2130706433"])
def test_every_spelling_of_loopback_is_refused(host: str) -> None:
    with pytest.raises(FetchError):
        resolve(host, 80, f"http://{host}/", allow_private=False)


def test_private_addresses_are_taken_when_allowed() -> None:
    assert resolve("127.0.0.1", 80, "http://127.0.0.1/", allow_private=True) == "127.0.0.1"
