"""Which addresses and hosts the preview accepts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.serve.target import is_own_host, parse_target

ACCEPTED = {
    "home": ("/", ()),
    "folder": ("/articles/a/", ("articles", "a")),
    "file": ("/assets/site.css", ("assets", "site.css")),
    "query": ("/a/?q=../..", ("a",)),
    "chinese": ("/%E5%85%9A%E5%BB%BA.pdf", ("党建.pdf",)),
    "three-dots-are-a-name": ("/...", ("...",)),
    "escaped-twice-is-a-name-with-a-percent-sign": ("/%252e%252e/x", ("%2e%2e", "x")),
    "space": ("/a%20b", ("a b",)),
}
REFUSED = {
    "empty": "",
    "absolute-form": "http://127.0.0.1/",
    "no-slash": "etc/passwd",
    "star": "*",
    "dot-dot": "/../etc/passwd",
    "dot-dot-inside": "/a/../../etc/passwd",
    "dot-dot-last": "/a/..",
    "dot": "/./a",
    "escaped-dots": "/%2e%2e/etc/passwd",
    "one-escaped-dot": "/.%2E/etc/passwd",
    "escaped-slash": "/..%2fetc%2fpasswd",
    "escaped-slash-alone": "/a%2fb",
    "escaped-absolute": "/%2fetc%2fpasswd",
    "backslash": "/..\\etc",
    "escaped-backslash": "/..%5c..%5cetc",
    "overlong-slash": "/..%c0%afetc",
    "overlong-dots": "/%c0%ae%c0%ae/etc",
    "overlong-three-bytes": "/%e0%80%ae%e0%80%ae/etc",
    "not-utf-8": "/%ff%fe",
    "surrogate": "/%ed%a0%80",
    "nul": "/a%00.html",
    "line-break": "/a%0d%0aSet-Cookie:x",
    "bare-percent": "/100%",
    "broken-escape": "/%zz",
    "iis-escape": "/%u002e%u002e/",
    "empty-name": "/a//b",
    "fragment": "/a#b",
    "raw-byte": "/\xe5",
    "tab": "/a\tb",
}


@pytest.mark.parametrize(("raw", "names"), ACCEPTED.values(), ids=ACCEPTED)
def test_address_in_the_site(raw: str, names: tuple[str, ...]) -> None:
    target = parse_target(raw)
    assert target is not None
    assert target.names == names


@pytest.mark.parametrize("raw", REFUSED.values(), ids=REFUSED)
def test_refused_address(raw: str) -> None:
    assert parse_target(raw) is None


@given(
    st.lists(st.sampled_from(["/", ".", "..", "%2e", "%2F", "%5c", "\\", "%25", "%00", "a", "?"]))
)
def test_nothing_accepted_leads_up(pieces: list[str]) -> None:
    target = parse_target("/" + "".join(pieces))
    for name in target.names if target else ():
        assert name not in {"", ".", ".."}
        assert not set(name) & {"/", "\\", "\0"}


HOSTS = {
    "address": (["127.0.0.1:8000"], True),
    "address-without-port": (["127.0.0.1"], True),
    "name": (["localhost:8000"], True),
    "name-in-capitals": (["LocalHost:8000"], True),
    "ipv6": (["[::1]:8000"], True),
    "none": ([], False),
    "empty": ([""], False),
    "two": (["127.0.0.1:8000", "127.0.0.1:8000"], False),
    "foreign": (["evil.example"], False),
    "foreign-with-our-port": (["evil.example:8000"], False),
    "another-port": (["127.0.0.1:8001"], False),
    "our-name-in-front": (["localhost.evil.example"], False),
    "our-name-behind": (["evil.localhost"], False),
    "list": (["localhost, evil.example"], False),
    "user": (["localhost@evil.example"], False),
    "final-dot": (["localhost."], False),
    "any-address": (["0.0.0.0:8000"], False),
    "other-loopback": (["127.0.0.2:8000"], False),
    "number": (["2130706433"], False),
    "bare-ipv6": (["::1"], False),
    "port-with-letters": (["localhost:8000x"], False),
    "empty-port": (["localhost:"], False),
}


@pytest.mark.parametrize(("hosts", "own"), HOSTS.values(), ids=HOSTS)
def test_host(hosts: list[str], own: bool) -> None:
    assert is_own_host(hosts, 8000) is own
