"""A file is read in the encoding it was written in, or the author is told where it fails."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.problem import detail
from generator.text.decode import Decoded, Undecodable, decode

NEWS = (
    "在全市发展大局中具有支撑引领作用，具有举足轻重的地位，已经成为重庆经济发展的主战场和重要增长极。"
    "全面开启二次创业，走好新的赶考之路。过去，由于资本、需求、应用等方面的脱节，科研成果难以转化；"
    "如今，协同创新区填平了从“研”到“产”的鸿沟。"
)
OLD_NEWS = (
    "本報訊：各縣政府昨日召開會議，討論農村經濟與教育問題。主席說，這是國家建設的重要一步，"
    "應當由人民自己來決定。會議時間共三天，與會者約二百人，來自東部與西部各地。"
)
VILLAGE = (
    "村里的路修好了，老人和孩子都说方便。去年他们种了八十亩黄花，今年又建了两座大棚，"
    "一年能多收入三万元。县里派来的技术员每个月来两次，教大家怎样防治病虫害。"
)
HONG_KONG = (
    "他們說這個問題很重要，我哋唔知點解政府要咁做，佢哋話會再開會討論，"
    "希望大家可以一齊提出意見，令香港的經濟發展得更加好，市民生活亦有所改善。"
)


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        pytest.param(NEWS, "utf-8", "utf-8", id="utf-8"),
        pytest.param(NEWS, "utf-8-sig", "utf-8", id="utf-8 with mark"),
        pytest.param("", "utf-8", "utf-8", id="empty"),
        pytest.param("Plain ASCII.\n", "ascii", "utf-8", id="ascii"),
        pytest.param(NEWS, "utf-16", "utf-16-le", id="utf-16 with mark"),
        pytest.param(NEWS, "gbk", "gb18030", id="simplified in GBK"),
        pytest.param(VILLAGE, "gb2312", "gb18030", id="simplified in GB2312"),
        pytest.param(OLD_NEWS, "gbk", "gb18030", id="traditional in GBK"),
        pytest.param(OLD_NEWS, "big5", "cp950", id="traditional in Big5"),
        pytest.param(HONG_KONG, "big5hkscs", "big5hkscs", id="Cantonese in Big5-HKSCS"),
        pytest.param(NEWS + "𠮷野、㐂、𪚥。", "gb18030", "gb18030", id="four-byte GB18030"),
        pytest.param("GDP 2022\r\n" + VILLAGE, "gbk", "gb18030", id="with ASCII and CRLF"),
        pytest.param("A\tB\fC·D\u3000E\u200b\n", "utf-8", "utf-8", id="space of all kinds"),
    ],
)
def test_text_comes_back_as_it_was_written(text: str, codec: str, encoding: str) -> None:
    assert decode(text.encode(codec)) == Decoded(text, encoding)


def test_utf16_big_endian() -> None:
    assert decode(b"\xfe\xff" + NEWS.encode("utf-16-be")) == Decoded(NEWS, "utf-16-be")


JAPANESE = (
    "日本国憲法は、日本の現行憲法である。国民主権、基本的人権の尊重、平和主義を三大原則とする。"
)
RUSSIAN = "Всё население России живёт в разных городах и деревнях страны. "
FRENCH = "Ça été élevé à l’école française ; où êtes-vous ? "
KOREAN = "대한민국의 국민이 되는 요건은 법률로 정한다. 국가는 재외국민을 보호할 의무를 진다. "


@pytest.mark.parametrize(
    ("data", "code", "offset", "line"),
    [
        pytest.param(b"a\nb\0c", "encoding-nul", 3, 2, id="NUL"),
        pytest.param("标题\n".encode("utf-16-le"), "encoding-nul", 5, 2, id="utf-16 unmarked"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "encoding-nul", 8, 3, id="a picture"),
        pytest.param(b"PK\x03\x04abc", "encoding-character", 2, 1, id="a zip, begun"),
        pytest.param("一\n二\ufffe".encode(), "encoding-character", 7, 2, id="noncharacter"),
        pytest.param("一\n二\U0001ffff".encode(), "encoding-character", 7, 2, id="plane 1"),
        pytest.param(b"\xef\xbb\xbfa\x1bb", "encoding-character", 4, 1, id="control after mark"),
        pytest.param("甲\x85乙".encode(), "encoding-character", 3, 1, id="C1 control"),
        pytest.param(b"ab\n\xed\xa0\x80", "encoding-utf8-broken", 3, 2, id="lone surrogate"),
        pytest.param(NEWS.encode()[:-1], "encoding-utf8-broken", 351, 1, id="cut short"),
        pytest.param(b"\xef\xbb\xbf\n\xff", "encoding-utf8-broken", 4, 2, id="bad after mark"),
        pytest.param(b"\xff\xfea\0\n\0\0\xd8", "encoding-utf16-broken", 6, 2, id="utf-16 half"),
        pytest.param("字".encode("utf-32"), "encoding-utf32", 0, 1, id="utf-32"),
        pytest.param(b"\0\0\xfe\xff\0\0\x5b\x57", "encoding-utf32", 0, 1, id="utf-32 be"),
        pytest.param("中文".encode("gbk"), "encoding-unsure", 0, 1, id="too short"),
        pytest.param((JAPANESE * 3).encode("shift_jis"), "encoding-unknown", 0, 1, id="sjis"),
        pytest.param((JAPANESE * 3).encode("euc_jp"), "encoding-unknown", 0, 1, id="euc-jp"),
        pytest.param((KOREAN * 3).encode("euc_kr"), "encoding-unknown", 0, 1, id="euc-kr"),
        pytest.param((RUSSIAN * 3).encode("koi8-r"), "encoding-unknown", 0, 1, id="koi8-r"),
        pytest.param((FRENCH * 3).encode("cp1252"), "encoding-unknown", 0, 1, id="cp1252"),
        pytest.param(b"a\r\nb\rc\n\xff\xff", "encoding-unknown", 7, 4, id="no encoding"),
    ],
)
def test_what_is_not_surely_text_is_refused_with_its_place(
    data: bytes, code: str, offset: int, line: int
) -> None:
    found = decode(data)
    assert isinstance(found, Undecodable)
    assert (found.code, found.offset, found.line) == (code, offset, line)
    problem = found.at("pages/a.txt")
    assert problem.place.file == "pages/a.txt"
    assert str(offset) in detail(problem, "zh")


SENTENCES = [
    part + "。" for text in (NEWS, VILLAGE) for part in text.rstrip("。").split("。") if part
]
OLD_SENTENCES = [part + "。" for part in OLD_NEWS.rstrip("。").split("。")]
prose = st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=8).map("".join)
old_prose = st.lists(st.sampled_from(OLD_SENTENCES), min_size=3, max_size=8).map("".join)
names = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=12)


@given(prose, names)
def test_simplified_prose_survives_gb18030(text: str, name: str) -> None:
    assert decode((text + name).encode("gb18030")) == Decoded(text + name, "gb18030")


@given(old_prose)
def test_traditional_prose_survives_big5(text: str) -> None:
    assert decode(text.encode("big5")) == Decoded(text, "cp950")


@given(st.text())
def test_utf8_is_taken_as_it_is_or_refused(text: str) -> None:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    found = decode(data)
    if isinstance(found, Decoded) and not data.startswith(b"\xef\xbb\xbf"):
        assert found == Decoded(text, "utf-8")


@given(st.binary(max_size=200))
def test_any_bytes_end_in_text_or_a_reason(data: bytes) -> None:
    found = decode(data)
    if isinstance(found, Undecodable):
        assert 0 <= found.offset <= len(data)
        assert found.line >= 1
    elif not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        # Nothing was replaced: the text can be turned back into the bytes.
        assert found.text.encode(found.encoding) == data
