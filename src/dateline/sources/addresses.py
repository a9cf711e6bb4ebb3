"""Addresses: which IP addresses are open to everybody, so that no page can send us into a private network."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

# Python 3.11's is_global is True for some addresses that lead elsewhere: what is not plainly unicast is listed here.
_IPV6_UNICAST = IPv6Network("2000::/3")  # RFC 4291: the only block given out for global unicast
_NOT_OPEN = tuple(
    ip_network(block)
    for block in (
        "100.64.0.0/10",  # carriers' shared addresses, RFC 6598
        "192.0.0.0/24",  # protocol assignments, RFC 6890
        "192.88.99.0/24",  # 6to4 relays, RFC 7526
        "2001::/23",  # protocol assignments, RFC 2928: Teredo 2001::/32, ORCHID, benchmarking
        "2001:db8::/32",  # documentation, RFC 3849
        "2002::/16",  # 6to4 wraps an IPv4 address, RFC 3056
        "3fff::/20",  # documentation, RFC 9637
    )
)


def is_open_address(text: str) -> bool:
    """Tell whether an IP address is global unicast and wraps no other.

    False for private, loopback, link-local, multicast, reserved and documentation addresses, for IPv6 addresses that
    carry an IPv4 one (mapped ::ffff:0:0/96, NAT64 64:ff9b::/96 and 64:ff9b:1::/48, 6to4, Teredo), and for anything
    that is not an IP address.
    """
    try:
        address = ip_address(text)
    except ValueError:
        return False
    return _is_plain(address) and address.is_global and not any(address in block for block in _NOT_OPEN)


def _is_plain(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address):
        return address in _IPV6_UNICAST and address.scope_id is None
    return not (address.is_multicast or address.is_reserved or address.is_unspecified)
