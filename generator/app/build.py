"""The stages in order: read, restore or parse, annotate, weave, compose, render, check, publish."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec

from generator.app.before import Before
from generator.app.corpus import Understood, read_site, understand
from generator.app.dress import Dress
from generator.app.fonts import picture_font
from generator.app.kept import Kept, kept_by
from generator.app.memory import Memory
from generator.app.pages import Pages, PageStoppedError
from generator.app.request import (
    BuildOutcome,
    BuildRequest,
    CheckOutcome,
    Strictness,
    site_folder,
    stops,
)
from generator.app.search import Search, SearchStoppedError
from generator.app.spelling import Spelling
from generator.app.theme import faults_of_theme, faults_of_twin, read_dress, spoken_look
from generator.app.twins import with_twins
from generator.app.verify import verify
from generator.check.folder import check_folder
from generator.model.knowledge import Knowledge
from generator.model.ledger import Ledger
from generator.model.problem import Problem
from generator.model.source import ContentFiles
from generator.present import look, templates
from generator.present.assets import Assets, assets
from generator.present.compose import Site, compose
from generator.present.data.settings import DataSettings
from generator.present.save import Font, SaveSettings
from generator.store.code_digest import code_digest
from generator.store.locate import locate
from generator.store.memo import Memo
from generator.store.publish import Site as SiteFolder
from generator.store.publish import open_site
from generator.store.read import folder_title, read_content
from generator.text.slug import pinyin, slugify
from generator.weave.weave import weave


def build(request: BuildRequest) -> BuildOutcome:
    """Content folder -> site folder; with errors the site stays as it was."""
    folder = site_folder(request.output)
    site = open_site(request.output, waiting=request.waiting)
    if isinstance(site, Problem):
        _, problems = read_content(request.content)
        return BuildOutcome((*problems, site), published=False, site=folder)
    with site, Memo(request.output / "cache" / "memo.sqlite") as memo:
        # Read once it is our turn: what another build published meanwhile must not be undone.
        content, problems = read_content(request.content, output=request.output)
        os.environ[templates.COMPILED] = str((request.output / "cache" / "templates").resolve())
        templates.renew()
        memory = Memory(memo, code_digest(memo, (templates.folder(),)), request.jobs)
        before = Before(memory, request, content, problems)
        done = before.recall(site)
        if done is not None:
            return done
        try:
            return _build(request, content, problems, site, memory, before)
        finally:
            look.drop()


def _build(
    request: BuildRequest,
    content: ContentFiles,
    problems: tuple[Problem, ...],
    site: SiteFolder,
    memory: Memory,
    before: Before,
) -> BuildOutcome:
    folder = site_folder(request.output)
    understood = understand(content, folder_title(request.content), memory)
    dressing: list[Problem] = []
    dress = read_dress(content, understood.site, memory, request.output / "cache", dressing)
    spelling = Spelling(memory, slugify)
    kept = Kept(memory, "identified", spelling.hold)
    knowledge, found = weave(understood.corpus._replace(kept=kept), spelling)
    named = content.site.path if content.site is not None else "site.toml"
    font, unfit = picture_font(understood.site, named, request.content, memory)
    unfit += faults_of_twin(understood.site, named)
    found = (*found, *unfit)
    problems = locate(
        (*problems, *understood.problems, *understood.late, *dressing, *found), content
    )
    outcome = _counted(BuildOutcome(problems, published=False, site=folder), knowledge)
    if stops(problems, request.strictness):
        return outcome
    pages = _pages(understood, knowledge, site, memory, font, dress)
    late: list[Problem] = []
    unsearched: list[Problem] = []
    search = Search(knowledge, memory, unsearched)
    try:
        pages.add_search(search.key, search.files)
    except SearchStoppedError:
        return msgspec.structs.replace(outcome, problems=(*problems, *unsearched))
    try:
        staged = site.stage(pages.wanted, pages.contents(late))
    except PageStoppedError:
        stopped = [_below(os.path.abspath(folder), item) for item in late]
        unread = [item for item in understood.late if item not in problems]
        themed = locate(dress.faults, content)
        return msgspec.structs.replace(outcome, problems=(*problems, *unread, *themed, *stopped))
    if isinstance(staged, tuple):
        return msgspec.structs.replace(outcome, problems=(*problems, *staged))
    wrong = verify(staged.root, staged.digests, content, understood.site.base_url, memory)
    late += [_below(os.path.abspath(request.output), item) for item in wrong]
    if not stops(tuple(late), request.strictness):
        late += staged.publish()
    problems = (*problems, *late)
    if stops(problems, request.strictness):
        return msgspec.structs.replace(outcome, problems=problems)
    pages.remember(staged.digests)
    search.keep()
    spelling.keep()
    outcome = msgspec.structs.replace(
        outcome,
        problems=problems,
        published=True,
        files=len(staged.digests),
        written=len(staged.written),
        removed=len(staged.removed),
    )
    before.keep(outcome, staged.digests)
    memory.prune()
    return outcome


def _pages(
    understood: Understood,
    knowledge: Knowledge,
    site: SiteFolder,
    memory: Memory,
    font: Font | None,
    dress: Dress,
) -> Pages:
    files = _assets(dress, memory)
    form = understood.site
    settings = Site(
        title=form.title,
        tagline=form.tagline,
        description=form.description,
        base_url=form.base_url and form.base_url.rstrip("/") + "/",
        language=form.language,
        interface=form.interface,
        twin=spoken_look(form).twin,
        styles=files.styles,
        script=files.script,
        icon=files.icon,
        data=DataSettings(form.data.formats, form.data.index, form.data.licence),
        save=SaveSettings(form.save.epub, font),
    )
    pages = Pages(memory, site.is_current, site.read, dress)
    pages.add_files(files.contents())
    pages.add_files(understood.media.contents())
    taken = understood.media.wanted
    pages.add_files(it for it in dress.files() if it[0] not in taken)
    pages.add_views(with_twins(compose(settings, knowledge, pinyin, kept_by(memory)), settings))
    return pages


def _assets(dress: Dress, memory: Memory) -> Assets:
    """Style sheets, scripts and pictures of ours: without a theme they rest on the code alone."""
    if dress.styles is not str:
        return assets(dress.styles)
    encode = msgspec.msgpack.encode
    digest = hashlib.sha256(encode(look.look(), order="sorted")).digest()
    made = Kept(memory, "assets")(digest, lambda: encode(assets()))
    return msgspec.msgpack.decode(made, type=Assets)


def _counted(outcome: BuildOutcome, knowledge: Knowledge) -> BuildOutcome:
    return msgspec.structs.replace(
        outcome,
        articles=len(knowledge.readings),
        topics=len(knowledge.topics),
        source_pages=len(knowledge.ledgers),
    )


def audit(folder: Path) -> tuple[tuple[Ledger, ...], tuple[Problem, ...]]:
    """The account of every source page, without building a site."""
    content, problems = read_content(folder)
    ledgers, found = _restored(content)
    return ledgers, locate((*problems, *found), content)


def _restored(content: ContentFiles) -> tuple[tuple[Ledger, ...], list[Problem]]:
    from generator.restore.gather_pages import AlonePage, gather_pages
    from generator.restore.page_file import restore_page

    problems: list[Problem] = []
    alone = []
    for page in map(restore_page, content.pages):
        problems += page.problems
        if page.restored is not None:
            problems += page.restored.problems
            it = page.restored
            alone.append(AlonePage(it.articles, it.parts, it.ledger))
    together = gather_pages(alone)
    return together.ledgers, [*problems, *together.problems]


def recheck(folder: Path, output: Path, strictness: Strictness) -> CheckOutcome:
    """Hold the published site against the content, everything read anew; nothing is written.

    The files people write are looked at too: a decision nobody uses is a mistake of theirs.
    """
    content, problems = read_content(folder, output=output)
    site, found = read_site(content.site, folder_title(folder))
    found += _restored(content)[1]
    found += faults_of_theme(content, site)
    told, counts = check_folder(site_folder(output), folder, site.base_url)
    mine = (_below(folder.name, item) for item in locate((*problems, *found), content))
    every = (*mine, *told)
    return CheckOutcome(every, not stops(every, strictness), msgspec.structs.asdict(counts))


def _below(name: str, item: Problem) -> Problem:
    """The same problem, its file told from the folder `name`."""
    place = msgspec.structs.replace(item.place, file=f"{name}/{item.place.file}")
    return msgspec.structs.replace(item, place=place)


def templates_to_watch() -> Path | None:
    """The templates of a checkout; those inside an installed package do not change."""
    folder = templates.folder()
    return folder if folder.name == "templates" else None
