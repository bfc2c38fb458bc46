"""Pure leaves through workers and memo: what was computed once is never computed again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.leaves import Died, TimedOut, map_leaves
from generator.model.problem import Place, Problem, problem
from generator.store.memo import Memo, memo_key

LEAF_SECONDS = 60.0
"""Wall time after which one file counts as hanging; limits on size and nesting stop most earlier."""

WORKERS_PAY = {
    "restore": 8,
    "terms": 300,
    "findings": 300,
    "gather": 2000,
    "parse": 3000,
    "topic": 3000,
    "search": 2000,
    "render": 2000,
    "facts": 2000,
}
"""From how many leaves of a kind workers are worth their start, some 0.1 to 0.2 CPU s for two: a
newspaper page takes about 10 ms to restore, an article 0.2 ms to parse and annotate and 0.5 ms to search for
terms or 1 ms to read for findings, 0.3 ms to index, a web page 0.25 ms to render."""

DEAR = frozenset({"restore"})
"""Kinds whose leaves take so long that each is worth a worker: a page without review has to be solved."""

Leaf = Callable[[bytes], bytes]


class Memory:
    """Maps leaves over inputs; `code` is the digest of all that the leaves are made of."""

    def __init__(self, memo: Memo, code: bytes, jobs: int) -> None:
        self._memo = memo
        self._code = code
        self._jobs = jobs

    def keys(self, kind: str, inputs: Iterable[bytes]) -> list[bytes]:
        """One key for each input of a kind of leaf."""
        return [memo_key(kind, self._code, item) for item in inputs]

    def recall(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """What is kept under some of the keys."""
        return self._memo.get_many(keys)

    def keep(self, items: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep values under their keys."""
        self._memo.put_many(dict(items))

    def prune(self) -> None:
        """Forget what a build that ran to its end had no use for, once there is much of it."""
        self._memo.prune()

    def map(
        self,
        kind: str,
        leaf: Leaf,
        inputs: Sequence[bytes],
        names: Sequence[str],
        problems: list[Problem],
        warm: Callable[[], object] | None = None,
    ) -> list[bytes | None]:
        """leaf(input) for each input, in order; None, and a problem, where a leaf was stopped.

        `names`: the file of each input, for the problem; `warm` loads what workers share.
        """
        return self.map_known(kind, leaf, inputs, inputs.__getitem__, names, problems, warm)

    def map_known(
        self,
        kind: str,
        leaf: Leaf,
        known_by: Sequence[bytes],
        encode: Callable[[int], bytes],
        names: Sequence[str],
        problems: list[Problem],
        warm: Callable[[], object] | None = None,
    ) -> list[bytes | None]:
        """The same of inputs that are encoded only if they are needed.

        known_by: what tells each from all others, such as a digest of it.
        """
        keys = self.keys(kind, known_by)
        known = dict(self.recall(keys))
        missing = [index for index, key in enumerate(keys) if key not in known]
        if missing:
            asked = [encode(it) for it in missing]
            made = self.run(kind, leaf, asked, [names[it] for it in missing], problems, warm)
            fresh = {
                keys[index]: result
                for index, result in zip(missing, made, strict=True)
                if result is not None
            }
            self.keep(fresh.items())
            known |= fresh
        return [known.get(key) for key in keys]

    def run(
        self,
        kind: str,
        leaf: Leaf,
        inputs: Iterable[bytes],
        names: Sequence[str],
        problems: list[Problem],
        warm: Callable[[], object] | None = None,
    ) -> Iterator[bytes | None]:
        """The same without the memo, one result at a time; `warm` loads what workers share."""
        jobs = self._jobs if len(names) >= WORKERS_PAY[kind] else 1
        few = 0 if kind in DEAR else None
        results = map_leaves(leaf, inputs, jobs, LEAF_SECONDS, warm, few)
        for name, result in zip(names, results, strict=True):
            if isinstance(result, bytes):
                yield result
                continue
            if isinstance(result, TimedOut):
                seconds = int(LEAF_SECONDS)
                problems.append(problem("leaf-timed-out", Place(name), seconds=seconds))
            elif isinstance(result, Died):
                problems.append(problem("leaf-died", Place(name)))
            yield None
