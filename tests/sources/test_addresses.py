from ipaddress import IPv4Address, IPv4Network, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.addresses import is_open_address

_CLOSED_BLOCKS = ["127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "224.0.0.0/4"]


def _inside(block):
    network = IPv4Network(block)
    first, last = int(network[0]), int(network[-1])
    return st.integers(first, last).map(IPv4Address)


closed_addresses = st.sampled_from(_CLOSED_BLOCKS).flatmap(_inside)


def _wrappings(inner):
    number = int(inner)
    bare = {
        "itself": str(inner),
        "mapped": f"::ffff:{inner}",
        "compatible": str(IPv6Address(number)),
        "translated": str(IPv6Address((0xFFFF << 48 >> 16) | number)),
        "nat64": str(IPv6Address((0x64FF9B << 96) | number)),
        "local nat64": str(IPv6Address((0x64FF9B0001 << 80) | number)),
        "6to4": str(IPv6Address((0x2002 << 112) | (number << 80))),
        "teredo": str(IPv6Address((0x20010000 << 96) | (number ^ 0xFFFFFFFF))),
        "teredo server": str(IPv6Address((0x20010000 << 96) | (number << 64))),
    }
    return list(bare.values())


@given(closed_addresses)
def test_no_closed_address_is_open_however_it_is_wrapped(inner):
    assert [text for text in _wrappings(inner) if is_open_address(text)] == []


@given(st.integers(0, 2**32 - 1).map(IPv4Address))
def test_no_wrapped_address_is_open_whatever_it_wraps(inner):
    assert [text for text in _wrappings(inner)[1:] if is_open_address(text)] == []


@pytest.mark.parametrize("text", ["1.1.1.1", "8.8.8.8", "93.184.215.14", "2606:4700::6810:84e5", "2a00:1450::1"])
def test_an_address_of_the_public_internet_is_open(text):
    assert is_open_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "0.0.0.0", "255.255.255.255", "100.64.0.1", "192.0.2.1", "198.18.0.1", "240.0.0.1", "192.88.99.1", "192.0.0.8",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1", "3fff::1", "100::1",
        "2606:4700::1%eth0", "localhost", "", "1.2.3", "0x7f.1", "2130706433",
    ],
)  # fmt: skip
def test_an_address_that_is_not_public_is_closed(text):
    assert not is_open_address(text)
