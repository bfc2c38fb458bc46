"""English lines for what the code describes in Chinese; `make_reference.py` puts both side by side."""

from __future__ import annotations

COMMANDS = {
    "build": "Reads the content folder and builds the website into `OUTPUT/site/`.",
    "serve": "Previews the site on this machine (127.0.0.1 only); a changed file rebuilds it and "
    "reloads the browser. Ctrl-C ends it.",
    "check": "Holds a built site against its content, everything read anew: links, anchors, quoted "
    "text, decisions that fit nothing, files altered since the build. Writes nothing.",
    "audit": "Accounts for every character of every source page: placed, set aside, unplaced, layout.",
    "review": "Writes the program's decisions and doubts into the review files of newspaper pages; what "
    "the editor wrote stays as it is. Without `--again` only lines that no decision covers are solved.",
    "restore": "Puts newspaper pages together, from their texts alone or with the editor's decisions "
    "beside them: the articles as text, or JSON.",
    "annotate": "Lists what texts say: people, organisations, places, documents, dates, figures, quotes, "
    "events. Needs no site; inside one the words of its `lexicon.txt` are used.",
    "suggest": "Writes what an editor should decide into `content/suggestions/`: possible aliases, words for "
    "the lexicon, doubtful names, possible mistakes, each with sentences. `accept` takes the answer; `--apply` "
    "puts what was accepted into `authority/accepted.toml` and `lexicon.txt`. No answered question is asked again, "
    "and a build reads none of these files.",
    "schema": "Prints the JSON Schema of every kind of file people write, or of one.",
    "new site": "Makes a folder with a site in it that can be built at once.",
    "new topic": "Makes a topic file.",
    "new article": "Makes an article file.",
    "new page": "Takes a newspaper page in, byte for byte, and writes a review file to work on.",
}

VALUES = {
    "content": "FOLDER",
    "output": "FOLDER",
    "out": "FOLDER",
    "jobs": "N",
    "port": "N",
    "date": "DAY",
    "title": "TEXT",
    "slug": "SLUG",
}

OPTIONS = {
    "--content": "the content folder",
    "--output": "the output folder; holds `site/`, `cache/` and `.stage/`",
    "--jobs": "worker processes, 1 to 256; the result never depends on it",
    "--strict": "warnings count as errors; notes stay notes",
    "--report": "write the outcome as JSON",
    "--lang": "language of messages; by default that of the system",
    "--port": "default 8000, or the next free one; 0: any free one",
    "--json": "print JSON",
    "--slug": "last part of the URL; by default from the title's pinyin",
    "--again": "make all decisions of the program anew; the editor's stay",
    "--list": "only list what is open in each page, most questions first; writes nothing",
    "review PAGES": "paths of pages or their names without `.txt`; by default all",
    "restore FILES": "text files of pages; several serve as each other's evidence",
    "annotate FILES": "text files, articles (`.md`) or JSON Lines (`.jsonl`); `-`: JSON Lines from standard "
    'input, one text a line: `{"id", "text", "date"}`',
    "--date": "day of publication of texts that name none",
    "annotate --json": "print JSON Lines, one object a text",
    "--out": "a file for each page in this folder: `NAME.json` or `NAME.md`",
    "suggest [WHAT]": "`topics`: only topics that a corpus may want",
    "suggest --out": "folder of the questions; default `content/suggestions`",
    "--apply": "put what was accepted into its places (topics become files)",
    "schema [NAME]": "only this one: `site`, `article`, `topic`, `authority`, `review` or `colours`",
    "new site FOLDER": "the folder to make",
    "new site --title": "name of the site; by default the folder's",
    "new topic TITLE": "name of the topic",
    "new article TITLE": "title of the article",
    "new page FILE": "the text file of the page",
}

FORMS = {
    "site": "The site's name and settings.",
    "article": "Front matter of an article.",
    "topic": "Front matter of a topic.",
    "authority": "What names in the texts stand for.",
    "review": "The decisions about one newspaper page.",
    "colours": "Colours and fonts of a theme; every other colour is made of these.",
}

FIELDS = {
    # Shared by name.
    "by": "who decided: `editor` or `auto` (the program)",
    "ground": "on what ground",
    "line": "the line: its number, a space, its first characters",
    "mark": "digest of a table that the program wrote; once the table is changed it is the editor's",
    "tags": "tags",
    "draft": "`true`: not published",
    "date-ground": "on what ground the date is given",
    "slug": "last part of the URL; else made from the file name or name",
    "moved-from": "earlier last parts of the URL; a page there leads to the one of today",
    # site.toml
    "site.title": "name of the site",
    "site.tagline": "one line below the name",
    "site.description": "introduction on the home page and for search engines",
    "site.base_url": "full address of the site; without it there is neither sitemap nor feed",
    "site.language": "script of the content: simplified or traditional",
    "site.interface": "language of the interface: simplified, traditional or English; by default that of the content",
    "site.unlinked": "names that are made links on no page",
    "site.data": "data files, see below",
    "site.twin": "the whole site once more in traditional characters, see below",
    "site.twin.language": "zh-Hant: a twin of the site below zh-Hant/, converted from simplified; needs OpenCC",
    "site.twin.names": "names that are converted in a way of their own: 后里 stays, 丰子恺=豐子愷 becomes what "
    "stands behind the sign; people seldom need to be listed",
    "site.data.formats": "which kinds of data files the site offers; an empty list: none",
    "site.data.index": "whether the SQLite file has indices and full text of every sentence: `full`; `light`: of "
    "titles and names only, which builds faster; `auto`: full up to 20,000 sentences",
    "site.data.licence": "under which licence the data is offered, told on the data page",
    "site.save": "files for readers to keep and to share, see below",
    "site.save.epub": "each topic as a book (EPUB 3), every statement with its sentence and source as a note",
    "site.save.pictures": "a share picture (PNG) of each topic and article; needs Pillow and a Chinese font",
    "site.save.font": "file of the Chinese font to draw with, from the content folder; else a usual one of the system",
    "site.limits": "limits, see below",
    "site.limits.file-bytes": "most bytes of one file",
    # theme/colours.toml
    "colours.light": "the light mode",
    "colours.dark": "the dark mode; an accent that is left out is made of the light one",
    "colours.fonts": "font families",
    "colours.PaletteForm.paper": "the ground, as # and six hexadecimal digits",
    "colours.PaletteForm.ink": "what the source says; contrast with paper at least 4.5",
    "colours.PaletteForm.accent": "what editors and the program added; contrast with paper at least 4.5",
    "colours.fonts.text": "fonts for text and headings, tried before Song",
    "colours.fonts.interface": "fonts for the interface, tried before Hei",
    "colours.fonts.editor": "fonts for the editor's words, tried before Kai",
    # articles/*.md
    "article.title": "title; else the first `# heading`, else the file name",
    "article.date": "day of publication",
    "article.source": "name of the paper or body it appeared in",
    "article.edition": "page or section of the paper; leave it out if unknown",
    "article.author": "author or authors",
    "article.authors": "the same",
    "article.aliases": "earlier last parts of the URL; a page there leads to the one of today",
    "article.unlinked": "names that are not made links in this article",
    "article.summary": "the editor's summary (read and checked, without effect so far)",
    # topics/*.md
    "topic.title": "name of the topic",
    "topic.aliases": "other names; they select passages too",
    "topic.kind": "kind: region, policy, event …",
    "topic.terms": "words that select passages, beside name and aliases",
    "topic.parent": "slug of the topic above",
    # authority/*.toml
    "authority.people": "people",
    "authority.organisations": "organisations",
    "authority.places": "places",
    "authority.terms": "terms, concepts",
    "authority.same": "groups of names of one thing, of which one has an entry; the others become its aliases",
    "authority.not-same": "groups of names none of which is taken for short for another; people of one name "
    "are written 姓名（单位）",
    "authority.not-a-name": "words that only look like names; none of them becomes a term or a finding",
    "authority.correct": "what the program read wrongly at one place: put right, added or taken away",
    "authority.correct.sentence": "id of the sentence: what follows `#` in its address on the article's page",
    "authority.correct.span": "the words as they stand there",
    "authority.correct.kind": "what it is, or was taken for",
    "authority.correct.value": "what it should be. Names: the full name (left out: only the kind is set); "
    "`date`: EDTF, empty where the text is vague; `figure`: number and unit, `77.8亿元`; `quote`: the "
    "speaker; `office`: its words in the sentence; `event`: the verb; `programme`: the count",
    "authority.correct.drop": "`true`: there is no such thing here",
    "authority.correct.article": "slug of the article; needed where several have a sentence of that id",
    "authority.correct.text": "how the sentence begins; it is found by that when its id has changed",
    "authority.correct.occurrence": "which of several in the sentence, from 1; else all of them",
    "authority.correct.organisation": "`office`: the body, as the sentence has it",
    "authority.correct.office": "`quote`: the speaker's office",
    "authority.correct.of": "`figure`: what is counted",
    "authority.correct.qualifiers": "`figure`: approx, min, more, max, less, target, cumulative, new",
    "authority.correct.as-of": "`figure`: of when, EDTF",
    "authority.correct.date": "`event`: when, EDTF",
    "authority.correct.place": "`event`: where",
    "authority.correct.sum": "`event`: for how much, `2000万元`",
    "authority.correct.participants": "`event`: who took part, as the sentence has it",
    "authority.correct.object": "`event`: what was signed or held, as the sentence has it",
    "authority.EntryForm.name": "the proper name",
    "authority.EntryForm.aliases": "aliases, short and former names",
    "authority.EntryForm.note": "the editor's note, shown on its page",
    "authority.people.name": "the proper name",
    "authority.people.aliases": "aliases, short and former names",
    "authority.people.note": "the editor's note, shown on its page",
    "authority.people.of": "bodies whose person of that name it is; for one of several of a name",
    # pages/*.review.toml
    "review.page": "the page as a whole",
    "review.articles": "the articles, in the order in which they are to stand",
    "review.joins": "why lines were put together",
    "review.gaps": "why text is missing",
    "review.asides": "lines kept out of the running text",
    "review.repairs": "edits laid over the text",
    "review.rules": "rules for the whole page",
    "review.suspicions": "what looks damaged and is not changed",
    "review.notes": "words to the reader about where a paragraph stands",
    "review.page.title": "name of the page on the site",
    "review.page.source": "name of the paper",
    "review.page.edition": "page of the paper; leave it out if unknown",
    "review.page.date": "day of publication",
    "review.page.digest": "SHA-256 of the source file when the decisions were made",
    "review.articles.body": "the lines in reading order: `# ` before a heading, `+ ` before a line "
    "that continues the one above, `…` alone where text is missing",
    "review.articles.title": "lines of the title",
    "review.articles.heading": "the editor's title, where the source has none",
    "review.articles.aliases": "earlier last parts of the URL; a page there leads to the one of today",
    "review.articles.kicker": "kicker",
    "review.articles.byline": "byline",
    "review.articles.label": "column label",
    "review.articles.jump": "jump lines: continued on, continued from",
    "review.articles.credit": "agency or other credit at the end",
    "review.articles.unlinked": "names that are not made links in this article",
    "review.articles.date": "only where it differs from the page's",
    "review.articles.after": "the lines of this table follow that line, in the article where it stands",
    "review.articles.unsure": "lines whose place is doubtful (the program's)",
    "review.articles.unsure.p": "probability that the line's place is right",
    "review.articles.title-doubt": "why the title may be none (the program's)",
    "review.joins.tail": "the line before the seam: number, space, first characters",
    "review.joins.head": "the line after it",
    "review.joins.sure": "`false`: shown to readers as doubtful",
    "review.joins.p": "probability, where the program decided",
    "review.gaps.before": "the line before which text is missing; give this or `after`",
    "review.gaps.after": "the line after which text is missing",
    "review.asides.kind": "`pull-quote`, or `other` (shown on the source page only)",
    "review.asides.article": "slug of the article it is shown beside",
    "review.repairs.original": "the text as it stands in the file, just once in its line",
    "review.repairs.shown": "what is shown instead",
    "review.repairs.kind": "doubled, foreign word, misprint, missing character, other",
    "review.rules.repair": "half-width `, : ; ? ! ( )` beside Chinese characters made full-width",
    "review.suspicions.text": "the doubtful text, just once in its line",
    "review.suspicions.note": "what is doubtful about it",
    "review.notes.note": "the note",
    "review.jumps": "articles that go on in another file",
    "review.jumps.line": "any line of the article on this page, usually its jump line",
    "review.jumps.continues": "slug of the article whose text this one follows; give this or `leads`",
    "review.jumps.leads": "slug of the article whose text this one comes before",
    "review.jumps.inside": "`true`: a paragraph goes on across the pages",
    "review.jumps.p": "probability, where the program decided",
    "review.jumps.sure": "`false`: only offered by the program, without effect",
    "review.questions": "joins that the program does not dare to make",
    "review.questions.tail": "the line that breaks off",
    "review.questions.heads": "lines that may go on from it, likeliest first",
    "review.questions.p": "their probabilities",
    "review.questions.missing": "probability that the continuation is not on this page",
    "review.questions.answer": "the editor's answer: the number of the line that goes on, `…` if it is missing; "
    "empty while open",
}

FILES = """\
Everything lies in one content folder. A folder that holds neither `site.toml` nor `lexicon.txt`
nor any of the subfolders below is taken as articles: every `.md` and `.markdown` file in it.

| file | what it is |
| --- | --- |
| `site.toml` | name and settings of the site |
| `articles/**/*.md` | articles: front matter in YAML, text in Markdown |
| `topics/**/*.md` | topics: front matter, and the editor's introduction |
| `authority/**/*.toml` | people, organisations, places, terms; corrections of what the program read |
| `lexicon.txt` | words for segmentation |
| `suggestions/*.toml` | questions of `jingwei suggest` with the editor's answers; no build reads them |
| `pages/**/*.txt` | newspaper pages as they came; never changed |
| `pages/**/*.review.toml` | the decisions about the page of the same name |
| `.png` `.jpg` `.jpeg` `.gif` `.webp` `.avif` `.pdf` | published where a text links to it |

Encodings: UTF-8, with or without BOM; GB 18030 and Big5 where that is sure; UTF-16 with BOM. YAML
is read as plain data: no anchors, no tags, every scalar is text until its field says what it means.
"""

LEXICON = """\
### `lexicon.txt`

jieba's format: a word (at most {longest} characters), then if wanted a frequency, then if wanted a
part of speech, with spaces between. A line that begins with `#` is a comment.
"""

TEMPLATES = """\
### `theme/templates/*.html`

A template in Jinja's language goes before the packaged one of its name. It takes that one's place, or begins
with `{% extends "jingwei/NAME" %}` and fills single blocks; `{{ super() }}` is what the packaged block has.
Templates run in Jinja's sandbox with automatic escaping. At hand are `v` (what the page shows), `c` (its
frame), `texts`, `asset("NAME")` (the address of a file in `theme/assets/`, for the filter `at`) and whatever
the packaged template uses.
"""

TEXTS = """\
### `theme/texts.toml`

Texts of the interface; a theme's file has only those it replaces, in the same tables, in the language of
the interface. Words in braces are filled in. What depends on a number has forms in English: `{one = "…", other = "…"}`,
here with a bar between them.
"""

_PROBLEMS = "list of `code`, `level`, `file`, `line` (0: the whole file), `detail`, `hint`, `facts`"

OUTPUTS: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        "`jingwei build --report FILE`",
        "One JSON object. `detail` and `hint` are in the language of `--lang`.",
        {
            "published": "whether the site now shows the content, also if nothing had to be written",
            "articles": "number of articles",
            "topics": "number of topics",
            "source_pages": "number of newspaper pages",
            "files": "files of the site",
            "written": "files written by this build",
            "removed": "files removed by this build",
            "problems": _PROBLEMS,
        },
    ),
    (
        "`jingwei check --report FILE`",
        "One JSON object: what was looked at, and what was found.",
        {
            "files": "files in the site folder",
            "pages": "HTML pages",
            "links": "links and requests",
            "anchors": "ids that a link may lead to",
            "quotations": "quoted texts held against their source",
            "pieces": "of them, put together from pieces of a newspaper page",
            "sources": "files that are quoted",
            "values": "amounts and dates read once more from the words they are of",
            "problems": _PROBLEMS,
        },
    ),
    (
        "`jingwei audit --json`",
        'One JSON object, `{"pages": […]}`, an entry for each source page. Characters are Unicode '
        "code points, a byte order mark not counted; `placed`, `set_aside`, `unplaced` and "
        "`layout` add up to `characters`.",
        {
            "page": "slug of the page",
            "path": "the file, from the content folder",
            "sha256": "of the file",
            "encoding": "as detected",
            "reviewed": "whether there is a review file",
            "characters": "in the file",
            "placed": "in articles",
            "set_aside": "pull quotes and other lines beside articles",
            "unplaced": "covered by no decision",
            "layout": "line breaks, blank lines, white space at line ends",
            "lines": "lines that are not blank",
            "articles": "slugs of the articles",
            "gaps": "list of `line`, `where` (before, after), `article`, `by`, `ground`",
            "joins": "list of `tail`, `head` (line numbers), `by`, `sure`, `probability`, `ground`",
            "joins_by": "number of joins by who decided",
            "repairs": "number of repairs",
            "suspicions": "number of suspicions",
        },
    ),
    (
        "`jingwei annotate --json`",
        "JSON Lines: one object a text, in the order given. Offsets are `[start, end)` in code points of "
        "`text`. Names say whether they are fit to be shown; of all else only what is shown is listed. "
        "Strings are given as they stand in the text.",
        {
            "id": "as given; of a file its name, of a line without one its number",
            "text": "the text that offsets count in; of an article its blocks, a line each",
            "ents": "`[start, end, kind, shown]` of the longest names; kind is PER, ORG, LOC, DOC or TERM",
            "nested": "the same of names inside them",
            "dates": "`start`, `end`, `edtf` (ISO 8601-2; null: the text is vague), `basis` (how it was read, "
            "in Chinese)",
            "figures": "`start`, `end`, `value` in base units (a range: `[low, high]`), `unit`, `qualifier` (a "
            "list: approx, min, more, max, less, target, cumulative, new), `of` (what is counted), `as_of` "
            "(EDTF or null)",
            "quotes": "`start`, `end`, `speaker` and `office` (null: not named), `direct` (false: reported)",
            "offices": "`person`, `office`, `org` (or null), each `[start, end]`",
            "documents": "`start`, `end`, `type`, `issuer` (or null)",
            "programmes": "`start`, `end`, `count`, `members` (a list of `[start, end]`)",
            "events": "`start`, `end` of the clause, `verb`, `date` (EDTF), `place`, `sum`, `participants` (a "
            "list of `[start, end]`); null where the sentence does not say it",
        },
    ),
)

STAGES = {
    "read": "Reading files",
    "forms": "Front matter, TOML and lexicon",
    "markdown": "Markdown",
    "restore": "Newspaper pages and their review files",
    "annotate": "Texts as JSON Lines",
    "weave": "Links and addresses",
    "theme": "Themes",
    "build": "Output folder and workers",
    "check": "The built site",
}
