"""Newspaper text -> the tables the solver uses: word and n-gram tables, and its weights.

    python -m tests.bench.restoration.fit NEWSPAPER [OTHER …] [--out generator/text/data]

NEWSPAPER and OTHER: folders of Markdown or text files, JSON Lines, or a tagged corpus (see
`texts`). The packaged n-grams are counted on NEWSPAPER; pages are made of all. A page is never
solved with n-grams that were counted on its own articles, and in each round a net judges only
pages it was not fitted on. Needs lightgbm, which the project itself does not.
"""

from __future__ import annotations

import argparse
import io
import math
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from generator.restore.solving.features import Features
from generator.restore.solving.kinds import KINDS
from generator.restore.solving.ngrams import NGrams, codes
from generator.restore.solving.rounds import QUESTIONS, ROUNDS, mean, next_features
from generator.restore.solving.units import normalise
from tests.bench.restoration.nets import Net, list_softmax, table
from tests.bench.restoration.pages import Text, make_pages, usable
from tests.bench.restoration.prepared import Page, compare, lists_of, read_pages

_KEPT = {2: 1, 3: 1, 4: 2}
"""An n-gram must have been seen so often to be packaged; without the 4-grams seen once the table is
less than half as large, and recall a hundredth lower."""
_PAGES = 135
_SEEDS = 5
_INNER = 32
_EPOCHS = {"follows": 12, "joins": 50}
_DECAY = 1e-4
_NETS = 2
"""Nets a fold."""
_THRESHOLD = 0.975
"""What the nets must say before a join is made. Measured on 405 pages whose articles neither nets
nor n-grams had seen: of 1,256 joins so made 0.990 are right with all pages as evidence, of 1,180
page by page 0.994; a point more precision costs ten of recall."""

Found = Mapping[str, tuple[list[Any], list[Any]]]


def main() -> None:
    """Fit everything and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("newspaper", type=Path)
    parser.add_argument("other", type=Path, nargs="*")
    parser.add_argument("--out", type=Path, default=Path("generator/text/data"))
    chosen = parser.parse_args()
    from tests.bench.restoration.texts import read_texts

    newspaper = read_texts(chosen.newspaper)
    _write(chosen.out / "words.npz", word_table())
    packaged = _count(newspaper)
    _write(chosen.out / "ngrams.npz", packaged.pruned(_KEPT))
    halves = [newspaper[0::2], newspaper[1::2]]
    pages: list[Page] = []
    for mine, others in (halves, halves[::-1]):
        unseen = _as_packaged(_count(others))
        for seed in range(_SEEDS):
            pages += read_pages(make_pages(mine, seed, _PAGES), unseen)
    for path in chosen.other:
        texts = [it for it in read_texts(path) if usable(it)]
        for seed in range(2):
            pages += read_pages(make_pages(texts, seed, 100), _as_packaged(packaged))
    weights = fit(pages)
    arrays = {
        f"{name}/{part}": np.asarray(value)
        for name, parts in weights.items()
        for part, value in parts.items()
    }
    _write(chosen.out / "restore_weights.npz", arrays)


def fit(pages: Sequence[Page]) -> dict[str, dict[str, Any]]:
    """All weights, by the names the solver knows them by."""
    rows = np.concatenate([page.kind_rows for page in pages if page.asked])
    kinds = np.array([kind for page in pages for kind in page.kinds])
    weights: dict[str, dict[str, Any]] = {
        "kinds": fit_linear(rows, kinds),
        "kind-trees": fit_trees(rows, kinds),
    }
    for page in pages:
        compare(page, weights["kinds"], weights["kind-trees"])
    features: list[Features] = [page.texts or {} for page in pages]
    rounds: list[Found] = []
    for number in range(1, ROUNDS + 1):
        found = {}
        for question in QUESTIONS:
            nets, found[question] = fit_question(pages, question, features)
            weights[f"{question}-{number}"], weights[f"{question}-{number}-none"] = nets
        rounds.append(found)
        if number < ROUNDS:
            features = [
                next_features(
                    page.nodes,
                    page.texts or {},
                    {it: (found[it][0][at], found[it][1][at]) for it in QUESTIONS},
                )
                for at, page in enumerate(pages)
                if page.nodes is not None
            ]
    weights["joins"] = calibrate(pages, rounds)
    return weights


def fit_question(
    pages: Sequence[Page], question: str, features: Sequence[Features]
) -> tuple[tuple[dict[str, Any], dict[str, Any]], tuple[list[Any], list[Any]]]:
    """Packaged arrays, and chances for each page by nets fitted on the other half of the pages."""
    lists, scale, none_scale, owners = lists_of(pages, question, features)
    fold = np.array([number % 2 for number, _ in owners])
    chances = [np.zeros((len(page.follows), len(page.follows))) for page in pages]
    nothing = [np.ones(len(page.follows)) for page in pages]
    ensemble = []
    for half in (0, 1):
        mine, others = lists.chosen(fold != half), lists.chosen(fold == half)
        scores = null = 0.0
        for seed in range(_NETS):
            net = Net(lists.rows.shape[1], lists.none.shape[1], _INNER, seed * 7 + half)
            net.fit(mine, _EPOCHS[question], _DECAY, seed)
            ensemble.append(net)
            found, none, _, _ = net.scores(others.rows, others.none)
            scores, null = scores + found / _NETS, null + none / _NETS
        shares, no_share = list_softmax(scores, null, others.sizes)
        starts = np.cumsum(others.sizes) - others.sizes
        judged = [owner for owner, it in zip(owners, fold, strict=True) if it == half]
        for (number, node), start, size, none in zip(
            judged, starts, others.sizes, no_share, strict=True
        ):
            row = np.arange(len(chances[number])) != node
            chances[number][node][row] = shares[start : start + size]
            nothing[number][node] = none
    return table(ensemble, scale, none_scale), (chances, nothing)


def calibrate(pages: Sequence[Page], rounds: Sequence[Found]) -> dict[str, Any]:
    """A logistic curve through what the nets say of the best heads and whether they are right."""
    said, right = [], []
    for at, page in enumerate(pages):
        two = [(it["joins"][0][at], it["joins"][1][at]) for it in rounds[-2:]]
        joins, _ = mean(two[1], two[0])
        assert page.nodes is not None
        for node in np.flatnonzero(page.nodes.open >= 0.3):
            if len(page.nodes) > 1:
                best = int(joins[node].argmax())
                said.append(float(joins[node, best]))
                right.append(bool(page.joins[node, best]))
    odds = np.log((np.array(said) + 1e-4) / (1 - np.array(said) + 1e-4))
    # Twice as many nets are packaged as judged these pages, and they are surer with reason: on pages
    # of articles that none of them had seen the true curve lay half-way to what they say.
    curve = (_logistic(odds, np.array(right, float)) + np.array([0.0, 1.0])) / 2
    points = np.concatenate([[0.0], 1 / (1 + np.exp(-np.linspace(-7, 9, 65))), [1.0]])
    true = 1 / (1 + np.exp(-(curve[0] + curve[1] * np.log((points + 1e-4) / (1 - points + 1e-4)))))
    threshold = float(np.interp(_THRESHOLD, points, true))
    return {"threshold": np.array(threshold), "chances": points, "true": true}


def _logistic(odds: Any, right: Any) -> Any:
    """Offset and slope, by Newton's method."""
    curve = np.array([0.0, 1.0])
    rows = np.stack([np.ones_like(odds), odds], axis=1)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ curve))
        slope = rows.T @ (right - chance)
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows
        curve = curve + np.linalg.solve(bend + 1e-6 * np.eye(2), slope)
    return curve


def fit_linear(rows: Any, kinds: Any) -> dict[str, Any]:
    """Softmax regression, lightly held back."""
    from scipy.optimize import minimize

    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    scaled = np.clip((rows - middle) / spread, -4, 4)
    answers = np.eye(len(KINDS))[kinds]

    def loss(values: Any) -> tuple[float, Any]:
        matrix, bias = values[: -len(KINDS)].reshape(-1, len(KINDS)), values[-len(KINDS) :]
        scores = scaled @ matrix + bias
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(axis=1, keepdims=True)
        error = (chances - answers) / len(kinds)
        value = -np.log(chances[np.arange(len(kinds)), kinds] + 1e-12).mean()
        slopes = np.concatenate([(scaled.T @ error + 2e-4 * matrix).ravel(), error.sum(axis=0)])
        return float(value + 1e-4 * (matrix**2).sum()), slopes

    start = np.zeros((rows.shape[1] + 1) * len(KINDS))
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {
        "mean": middle,
        "spread": spread,
        "matrix": best[: -len(KINDS)].reshape(-1, len(KINDS)),
        "bias": best[-len(KINDS) :],
    }


def fit_trees(rows: Any, kinds: Any) -> dict[str, Any]:
    """Gradient-boosted trees as flat arrays; see `chances.forest_chances`."""
    import lightgbm

    model = lightgbm.LGBMClassifier(
        n_estimators=120, num_leaves=12, min_child_samples=20, learning_rate=0.08,
        subsample=0.8, subsample_freq=1, colsample_bytree=0.6, reg_lambda=5,
        random_state=1, deterministic=True, n_jobs=1, verbose=-1,
    ).fit(rows.astype(np.float32), kinds)  # fmt: skip
    feature: list[int] = []
    threshold: list[float] = []
    left: list[int] = []
    right: list[int] = []
    value: list[float] = []

    def add(node: dict[str, Any]) -> int:
        at = len(feature)
        leaf = "leaf_value" in node
        feature.append(0 if leaf else node["split_feature"])
        threshold.append(0.0 if leaf else node["threshold"])
        left.append(at)
        right.append(at)
        value.append(node["leaf_value"] if leaf else 0.0)
        if not leaf:
            left[at], right[at] = add(node["left_child"]), add(node["right_child"])
        return at

    roots = [add(it["tree_structure"]) for it in model.booster_.dump_model()["tree_info"]]
    return {
        "roots": np.array(roots, np.int32),
        "feature": np.array(feature, np.int16),
        "threshold": np.array(threshold, np.float32),
        "left": np.array(left, np.int32),
        "right": np.array(right, np.int32),
        "value": np.array(value, np.float32),
        "classes": np.array(len(KINDS)),
    }


def word_table() -> dict[str, Any]:
    """Words of up to four characters of jieba's dictionary, with the logarithm of their share."""
    import jieba

    total = math.log(60e6)
    found = {}
    dictionary = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8")
    for line in dictionary.splitlines():
        word, frequency, _ = line.split(" ")
        plain = len(word) <= 4 and all(ord(it) < 0x10000 for it in word)
        if plain and (int(frequency) >= 3 or len(word) == 1):
            key = 0
            for unit in codes(word):
                key = key << 16 | int(unit)
            found[key] = math.log(max(1, int(frequency))) - total
    keys = np.array(sorted(found), np.uint64)
    values = np.array([found[int(it)] for it in keys], np.float16)
    unknown = np.array(math.log(0.5) - total - 2)
    return {"steps": np.diff(keys, prepend=np.uint64(0)), "values": values, "unknown": unknown}


def _write(path: Path, arrays: dict[str, Any]) -> None:
    """An .npz file whose bytes depend on the arrays alone."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, array in sorted(arrays.items()):
            content = io.BytesIO()
            np.lib.format.write_array(content, np.asarray(array), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, content.getvalue())


def _count(texts: Sequence[Text]) -> NGrams:
    return NGrams.count([normalise(it) for text in texts for it in text.paragraphs])


def _as_packaged(ngrams: NGrams) -> NGrams:
    return NGrams.unpacked(ngrams.pruned(_KEPT))


if __name__ == "__main__":
    main()
