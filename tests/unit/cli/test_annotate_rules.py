"""`jingwei annotate` with the rules of the package: any text goes through, and its reader may leave."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.sites import ROOT, jingwei, jingwei_apart, write


@pytest.mark.parametrize(
    ("written", "text"),
    [
        pytest.param(r"甲\u0000甲", "甲\0甲", id="nul"),
        pytest.param(r"甲\ud83d甲", "甲\ud83d甲", id="lone-surrogate"),
        pytest.param(r"甲\ude00\ud83d甲", "甲\ude00\ud83d甲", id="surrogates-the-wrong-way"),
        pytest.param(r"甲\ud83d\ude00", "甲😀", id="pair"),
        pytest.param(r"甲\u2028\u0085\r\t", "甲\u2028\x85\r\t", id="other-line-breaks"),
        pytest.param("", "", id="empty"),
    ],
)
def test_any_text_is_given_back_as_it_came(
    written: str,
    text: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = f'{{"text":"{written}","id":7}}\n'.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    ran = jingwei(capsys, "annotate", "-", "--json")
    assert (ran.code, ran.out.count("\n")) == (0, 1)
    row = json.loads(ran.out)
    assert (row["id"], row["text"]) == (7, text)


def test_a_reader_that_leaves_ends_it_in_silence(tmp_path: Path) -> None:
    line = json.dumps({"text": "今天李明来到北京。" * 200}) + "\n"
    write(tmp_path, {"a.jsonl": line * 50})
    command = [sys.executable, "-m", "generator", "annotate", str(tmp_path / "a.jsonl"), "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().endswith(b"}\n")
        running.stdout.close()
        assert running.stderr.read() == b""


def test_the_rules_are_those_of_the_package(tmp_path: Path) -> None:
    text = "重庆市委书记陈敏尔2022年9月28日说：“软件产业收入增长4.5%。”"
    write(tmp_path, {"a.txt": text})
    row = json.loads(jingwei_apart("annotate", tmp_path / "a.txt", "--json").out)
    at = text.index("陈敏尔")
    assert [at, at + 3, "PER", True] in row["ents"]
    assert [it["edtf"] for it in row["dates"]] == ["2022-09-28"]
    assert [(it["value"], it["unit"]) for it in row["figures"]] == [(4.5, "%")]
    assert [it["speaker"] for it in row["quotes"]] == ["陈敏尔"]
