"""The manifest lists the site, proves itself, and never names a path outside."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.store.manifest import decode_manifest, encode_manifest

A, B = "a" * 64, "b" * 64

DIGESTS = st.dictionaries(
    st.lists(
        st.text("ab.-_中é \u2028\x85", min_size=1, max_size=3).filter(
            lambda it: it not in (".", "..")
        ),
        min_size=1,
        max_size=3,
    ).map("/".join),
    st.sampled_from([A, B]),
    max_size=5,
)


def test_the_form_of_sha256sum() -> None:
    lines = encode_manifest({"b/index.html": B, "a.css": A}).decode().splitlines()
    assert lines[0].startswith("# jingwei site manifest, sha256 of the lines below: ")
    assert lines[1:] == [f"{A}  a.css", f"{B}  b/index.html"]


@given(digests=DIGESTS)
def test_what_is_written_is_read_back(digests: dict[str, str]) -> None:
    assert decode_manifest(encode_manifest(digests)) == digests
    assert encode_manifest(dict(reversed(digests.items()))) == encode_manifest(digests)


@given(digests=DIGESTS, data=st.data())
def test_any_change_makes_it_list_nothing(digests: dict[str, str], data: st.DataObject) -> None:
    encoded = bytearray(encode_manifest(digests))
    at = data.draw(st.integers(0, len(encoded) - 1))
    if data.draw(st.booleans()):
        del encoded[at:]
    else:
        encoded[at] ^= data.draw(st.integers(1, 255))
    assert decode_manifest(bytes(encoded)) is None


@given(data=st.binary(max_size=80))
def test_any_other_file_lists_nothing(data: bytes) -> None:
    assert decode_manifest(data) is None


def test_a_path_out_of_the_site_is_not_believed_even_if_well_signed() -> None:
    assert decode_manifest(encode_manifest({"../../etc/passwd": A})) is None
    assert decode_manifest(encode_manifest({"a\nb": A})) is None
