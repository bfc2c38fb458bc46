"""Links that authors and editors wrote -> URLs, for articles and topics, with what leads nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.article import Block
from generator.model.knowledge import Reading, TopicPage
from generator.model.ledger import Ledger
from generator.model.problem import Problem
from generator.weave.addresses import article_url, topic_url
from generator.weave.references import References, Target, anchors_of, remote_pictures


class WrittenLinks(NamedTuple):
    """For each reading and each topic: links as written -> URLs; and what is wrong with others."""

    addresses: list[dict[str, str]]
    topic_addresses: list[dict[str, str]]
    problems: list[Problem]


def written_links(
    readings: Sequence[Reading],
    topics: Sequence[TopicPage],
    ledgers: Sequence[Ledger],
    files: Mapping[str, str],
) -> WrittenLinks:
    """`files`: content path -> URL of a published file."""
    references = References(_targets(readings, topics, ledgers), files)
    problems: list[Problem] = []
    addresses = [_resolve(references, _links(it), it.article.path, problems) for it in readings]
    topic_addresses = [_resolve(references, _written(it.intro), it.path, problems) for it in topics]
    problems += _remote_pictures(readings, topics)
    return WrittenLinks(addresses, topic_addresses, problems)


def _targets(
    readings: Sequence[Reading], topics: Sequence[TopicPage], ledgers: Sequence[Ledger]
) -> dict[str, Target]:
    targets = {}
    for it in readings:
        url = article_url(it.article.id)
        # Several articles come from one page, whose path is none of theirs.
        path = url if it.article.pages else it.article.path
        targets[path] = Target(url, partial(_article_anchors, it))
    for ledger in ledgers:
        targets[ledger.path] = Target(f"pages/{ledger.page}/", partial(_line_anchors, ledger))
    for topic in topics:
        targets[topic.path] = Target(topic_url(topic), partial(anchors_of, topic.intro, ()))
    return targets


def _article_anchors(reading: Reading) -> Mapping[str, str]:
    return anchors_of(reading.article.blocks, (it.id for it in reading.annotations.sentences))


def _line_anchors(ledger: Ledger) -> Mapping[str, str]:
    names = (f"L{number}" for number, line in enumerate(ledger.lines, 1) if line.strip())
    return {name: name for name in names}


def _links(reading: Reading) -> list[str]:
    return [address for _, _, _, address in reading.annotations.links]


def _written(blocks: Sequence[Block]) -> list[str]:
    marks = (mark for block in blocks for mark in block.marks)
    return [mark.data for mark in marks if mark.kind in ("link", "image")]


def _remote_pictures(readings: Sequence[Reading], topics: Sequence[TopicPage]) -> list[Problem]:
    found = []
    for reading in readings:
        if reading.annotations.links:
            found += remote_pictures(reading.article.blocks, reading.article.path)
    for topic in topics:
        found += remote_pictures(topic.intro, topic.path)
    return found


def _resolve(
    references: References, written: Sequence[str], path: str, problems: list[Problem]
) -> dict[str, str]:
    resolved = {}
    for address in dict.fromkeys(written):
        url = references.resolve(address, path)
        if isinstance(url, Problem):
            problems.append(url)
        else:
            resolved[address] = url
    return resolved
