"""The segmenter: the author's lexicon beside the packaged dictionary, in part or whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from generator.text import segment
from generator.text.dictionary import Dictionary
from generator.text.segment import Lexicon, Word, cut, dictionary_words, frequency, is_word, tag

LEXICON = (Word("励颐拓科技园", 10, "nt"), Word("云岫山庄"), Word("中国", 3, "ns"))

TEXTS = [
    pytest.param("他参观励颐拓科技园后，住在云岫山庄。", id="lexicon"),
    pytest.param("高富帅和高官们在高姓大名的吉林工业大学、吉林省高密市", id="lines-astray"),
    pytest.param("A座T恤卡拉OK与IP地址，江南style，AT&T的C++课，阿Q", id="letters"),
    pytest.param("的 中 国 一\n国，\t第１２３个　乡村振兴", id="spaces"),
    pytest.param("忠直至天正16年，与旅游相结合，塑造出地是中有内有三人一跃", id="chances"),
    pytest.param("龘靐齉爩，𠀀𠮷野家，😀，龥鿿", id="rare"),
    pytest.param("", id="nothing"),
]


@pytest.fixture(autouse=True)
def _nothing_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segment, "_loaded", {})


def _said(text: str, lexicon: Lexicon) -> list[object]:
    words = cut(text, lexicon)
    alone = [(it, is_word(it), frequency(it), tag(it, lexicon)) for it in sorted(set(words))]
    return [words, tag(text, lexicon), dictionary_words(text), alone]


@pytest.fixture
def in_part(monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """The whole dictionary has not been loaded; whether that is still so."""
    monkeypatch.setattr(segment, "_whole", fresh := cache(segment._whole.__wrapped__))
    return lambda: not fresh.cache_info().currsize


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("lexicon", [(), LEXICON], ids=["plain", "own"])
def test_few_texts_need_only_their_part_of_the_dictionary(
    text: str,
    lexicon: Lexicon,
    in_part: Callable[[], bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = _said(text, lexicon)
    assert in_part()
    monkeypatch.setattr(segment, "_loaded", {})
    segment.load()
    assert _said(text, lexicon) == said
    assert not in_part()


def test_what_came_before_changes_nothing(in_part: Callable[[], bool]) -> None:
    texts = [str(it.values[0]) for it in TEXTS]
    alone = []
    for text in texts:
        segment._loaded.clear()
        alone.append(_said(text, ()))
    segment._loaded.clear()
    assert [_said(it, ()) for it in texts] == alone
    assert in_part()


def test_many_texts_load_all_of_it(
    in_part: Callable[[], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = cut("乡村振兴示范县")
    monkeypatch.setattr(segment, "MANY", 3)
    assert cut("乡村振兴示范县") == few
    assert not in_part()


def test_another_dictionary_is_loaded_whole(
    in_part: Callable[[], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment, "read_dictionary", lambda: None)
    assert is_word("乡村")
    assert not in_part()


def test_what_is_stopped_in_the_middle_lacks_no_words(
    in_part: Callable[[], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    cut("他说")
    with monkeypatch.context() as stopped:
        stopped.setattr(Dictionary, "words_of", _interrupted)
        with pytest.raises(TimeoutError):
            cut("乡村振兴")
    assert cut("乡村振兴") == ["乡村", "振兴"]
    assert in_part()


def _interrupted(_self: object, _text: str) -> Iterator[tuple[str, int, str]]:
    yield "乡", 1, "n"
    raise TimeoutError


def test_a_lexicon_keeps_its_words_together() -> None:
    text = "参观励颐拓科技园后"
    assert "励颐拓科技园" in cut(text, LEXICON)
    assert "励颐拓科技园" not in cut(text)
    assert "".join(cut(text, LEXICON)) == text


def test_a_lexicon_is_loaded_once_whatever_else_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[object] = []
    real = segment._taught

    def load(segmenter: object, lexicon: Lexicon) -> object:
        loaded.extend(lexicon[:1])
        return real(segmenter, lexicon)

    monkeypatch.setattr(segment, "_taught", load)
    lexicon = (Word("云岫山庄", 10, "ns"),)
    for _ in range(3):
        assert "云岫山庄" in cut("在云岫山庄", lexicon)
        assert not is_word("云岫山庄")
    assert len(loaded) == 1
