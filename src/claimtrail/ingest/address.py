"""Which addresses may be fetched: a name is resolved once, checked, and then connected to by that very address.

Connecting to the address that was checked, rather than to the name again, leaves no gap for a name that changes its
mind between check and connection (DNS rebinding).
"""

import ipaddress
import socket

from claimtrail.errors import FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def resolve(host: str, port: int, url: str, allow_private: bool) -> str:
    """An address of `host` that may be connected to, as text.

    Raises `FetchError` where the name has none, or, unless `allow_private`, where any of its addresses is private,
    loopback, link-local, multicast or reserved.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(url, f"the host {host!r} was not found", "check the address and the connection") from error
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        if not allow_private and not public(address):
            problem = f"points to {address}, which is not a public address"
            raise FetchError(url, problem, "save the page and give its file")
    return addresses[0]


def public(address: str) -> bool:
    """Whether an IP address lies on the public internet, and every address embedded in it too."""
    found = ipaddress.ip_address(address.split("%")[0])
    return all(one.is_global and not one.is_multicast for one in (found, *_embedded(found)))


def _embedded(address: Address) -> list[Address]:
    """The IPv4 addresses that an IPv6 address stands for (mapped, 6to4, NAT64, Teredo)."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found: list[Address] = [one for one in (address.ipv4_mapped, address.sixtofour) if one is not None]
    if address in _NAT64:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return found + list(address.teredo or ())
