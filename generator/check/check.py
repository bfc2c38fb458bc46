"""Facts of a site's files + sources -> problems; all that is held against the site from outside."""

from __future__ import annotations

from collections.abc import Mapping, Set

from generator.check.facts import PageFacts
from generator.check.grounding import Stood, check_grounding, unknown
from generator.check.links import check_links
from generator.check.scripts import one_script
from generator.check.sources import ReadSource, SourceTexts
from generator.model.problem import Place, Problem, problem


def check_site(
    pages: Mapping[str, PageFacts],
    files: Set[str],
    sources: ReadSource,
    base_url: str = "",
    proven: Set[str] = frozenset(),
    held: Set[str] = frozenset(),
    stood: Stood = unknown,
) -> tuple[Problem, ...]:
    """All problems of a staged site.

    pages: facts by site path of all HTML, XML, CSS and SVG files (`file_facts`); files: every
    site path; sources: a content path -> its bytes, or None; proven: pages whose quotations
    passed before, when the page and all sources it quotes had the same bytes as now; held:
    pages with the same bytes as when nothing was wrong with them, of whose targets none has gone; stood:
    which quotations of a page that is not proven passed before.
    """
    texts = SourceTexts(sources)
    folded = SourceTexts(sources, one_script)
    problems = list(check_pages(pages, held))
    for path in sorted(pages.keys() - proven):
        if pages[path].quotations:
            problems += check_grounding(
                path, pages[path], folded if pages[path].converted else texts, stood
            )
    problems += check_links(pages, files, base_url, held)
    return tuple(problems)


def check_pages(
    pages: Mapping[str, PageFacts], held: Set[str] = frozenset()
) -> tuple[Problem, ...]:
    """What is wrong with a page by itself; pages that are held need not be looked at again."""
    problems = []
    for path in sorted(pages.keys() - held):
        facts = pages[path]
        place = Place("site/" + path)
        problems += [problem(code, place, found=found) for code, found in facts.faults]
        problems += [problem("page-id-repeated", place, found=found) for found in facts.repeated]
    return tuple(problems)
