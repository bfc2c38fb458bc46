"""The segmenter: the author's lexicon beside the packaged dictionary."""

from __future__ import annotations

import pytest
import rjieba

from generator.text.segment import Word, cut, is_word

LEXICON = (Word("励颐拓科技园", 10, "nt"),)


def test_a_lexicon_keeps_its_words_together() -> None:
    text = "参观励颐拓科技园后"
    assert "励颐拓科技园" in cut(text, LEXICON)
    assert "励颐拓科技园" not in cut(text)
    assert "".join(cut(text, LEXICON)) == text


def test_a_lexicon_is_loaded_once_whatever_else_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[object] = []
    real = rjieba.Jieba

    def load() -> object:
        loaded.append(real())
        return loaded[-1]

    monkeypatch.setattr(rjieba, "Jieba", load)
    lexicon = (Word("云岫山庄", 10, "ns"),)
    for _ in range(3):
        assert "云岫山庄" in cut("在云岫山庄", lexicon)
        assert not is_word("云岫山庄")
    assert len(loaded) == 1
