"""Tables, views and indices of the database, as SQL; what a field says is in `records.py`."""

from __future__ import annotations

APPLICATION_ID = 0x4A57_4B42
"""JWKB in ASCII: tells `file` and others whose database it is."""
USER_VERSION = 1
"""Version of the schema; a change that breaks somebody's query raises it."""

BULK = {
    "sentences": """
CREATE TABLE sentences (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles(n),
  text TEXT NOT NULL,
  url TEXT NOT NULL,
  heading TEXT,
  source TEXT NOT NULL,
  pieces TEXT,
  repairs TEXT
)""",
    "mentions": """
CREATE TABLE mentions (
  n INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities(n),
  sentence INTEGER NOT NULL REFERENCES sentences(n),
  begins INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  words TEXT NOT NULL
)""",
    "statements": """
CREATE TABLE statements (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles(n),
  sentence INTEGER NOT NULL REFERENCES sentences(n),
  words TEXT NOT NULL,
  subject TEXT,
  predicate TEXT,
  object TEXT,
  value NUMERIC,
  value_high NUMERIC,
  unit TEXT,
  qualifiers TEXT,
  status TEXT,
  change TEXT,
  measure_said TEXT,
  date TEXT,
  date_said INTEGER NOT NULL,
  date_basis TEXT,
  place TEXT,
  part_of TEXT
)""",
    "statement_entities": """
CREATE TABLE statement_entities (
  n INTEGER PRIMARY KEY,
  statement INTEGER NOT NULL REFERENCES statements(n),
  entity INTEGER NOT NULL REFERENCES entities(n),
  role TEXT NOT NULL
)""",
}
"""Tables with many rows of each article, in the order in which an article's rows are stored."""

SMALL = """
CREATE TABLE articles (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  date TEXT,
  source TEXT,
  edition TEXT,
  kicker TEXT,
  authors TEXT,
  tags TEXT,
  files TEXT,
  characters INTEGER NOT NULL,
  sentences INTEGER NOT NULL,
  restored INTEGER NOT NULL,
  reviewed INTEGER NOT NULL,
  sure INTEGER NOT NULL,
  total INTEGER NOT NULL
);
CREATE TABLE topics (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  kind TEXT,
  parent INTEGER REFERENCES topics(n),
  aliases TEXT,
  terms TEXT,
  passages INTEGER NOT NULL
);
CREATE TABLE entities (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  apart TEXT,
  url TEXT,
  note TEXT,
  found_by TEXT NOT NULL,
  aliases TEXT,
  mentions INTEGER NOT NULL,
  articles INTEGER NOT NULL
);
CREATE TABLE aliases (
  entity INTEGER NOT NULL REFERENCES entities(n),
  name TEXT NOT NULL,
  PRIMARY KEY (entity, name)
) WITHOUT ROWID;
CREATE TABLE grounds (
  n INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities(n),
  rule TEXT NOT NULL,
  words TEXT NOT NULL,
  sentence INTEGER REFERENCES sentences(n)
);
CREATE TABLE topic_articles (
  topic INTEGER NOT NULL REFERENCES topics(n),
  article INTEGER NOT NULL REFERENCES articles(n),
  about INTEGER NOT NULL,
  PRIMARY KEY (topic, article)
) WITHOUT ROWID;
CREATE TABLE topic_passages (
  topic INTEGER NOT NULL REFERENCES topics(n),
  sentence INTEGER NOT NULL REFERENCES sentences(n),
  reason TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (topic, sentence)
) WITHOUT ROWID;
CREATE TABLE topic_entities (
  topic INTEGER NOT NULL REFERENCES topics(n),
  entity INTEGER NOT NULL REFERENCES entities(n),
  PRIMARY KEY (topic, entity)
) WITHOUT ROWID
"""

INDICES = """
CREATE INDEX mentions_entity ON mentions(entity);
CREATE INDEX statements_predicate ON statements(kind, predicate);
CREATE INDEX statement_entities_entity ON statement_entities(entity)
"""
"""Few, for each costs a build time: by whom and by what people ask. Rows of one article lie side
by side, so what belongs to an article or a sentence is a range of `n`."""

VIEWS = """
CREATE VIEW figures_by_measure AS
  SELECT st.predicate AS measure, st.subject, st.date, st.status, st.value, st.value_high, st.unit,
    st.words, st.date_said, s.text AS sentence, a.title AS article, a.date AS article_date, s.url
  FROM statements st JOIN sentences s ON s.n = st.sentence JOIN articles a ON a.n = st.article
  WHERE st.kind = 'figure' AND st.predicate IS NOT NULL
  ORDER BY st.predicate, st.unit, st.date, st.n;
CREATE VIEW timeline AS
  SELECT st.date, st.kind, st.subject, st.predicate, coalesce(st.object, st.words) AS what,
    st.place, st.date_said, st.date_basis, s.text AS sentence, a.title AS article, s.url
  FROM statements st JOIN sentences s ON s.n = st.sentence JOIN articles a ON a.n = st.article
  WHERE st.date IS NOT NULL AND (st.kind = 'event' OR (st.kind = 'date' AND st.part_of IS NULL))
  ORDER BY st.date, st.n;
CREATE VIEW quotes AS
  SELECT st.subject AS speaker, st.object AS office, st.status, st.words, a.date, a.title AS article,
    s.text AS sentence, s.url
  FROM statements st JOIN sentences s ON s.n = st.sentence JOIN articles a ON a.n = st.article
  WHERE st.kind = 'quote' ORDER BY a.date, st.n;
CREATE VIEW offices AS
  SELECT st.subject AS person, st.predicate AS office, st.object AS body, a.date AS as_of,
    s.text AS sentence, a.title AS article, s.url
  FROM statements st JOIN sentences s ON s.n = st.sentence JOIN articles a ON a.n = st.article
  WHERE st.kind = 'office' ORDER BY st.subject, a.date, st.n;
CREATE VIEW mentions_in_context AS
  SELECT e.kind, e.name, m.words, s.text AS sentence, a.title AS article, a.date, s.url
  FROM mentions m JOIN entities e ON e.n = m.entity JOIN sentences s ON s.n = m.sentence
    JOIN articles a ON a.n = s.article
"""

FULL_TEXT = {
    "articles": ("title", "kicker"),
    "entities": ("name", "aliases"),
    "sentences": ("text",),
}
"""Table -> the fields that are searched."""


def full_text(table: str) -> str:
    """SQL of the index over a table's text: by three characters, for Chinese has no spaces.

    The text stays in the table itself; Datasette knows the index by `content=`.
    """
    index = f"{table}_fts"
    return (
        f"CREATE VIRTUAL TABLE {index} USING fts5({', '.join(FULL_TEXT[table])}, "
        f"content='{table}', content_rowid='n', tokenize='trigram');"
        # In memory as a whole before it is written: half the time, and one segment.
        f"INSERT INTO {index}({index}, rank) VALUES ('hashsize', 67108864);"
        f"INSERT INTO {index}({index}, rank) VALUES ('pgsz', 2000);"
    )


def full_text_rows(table: str) -> str:
    """SQL that puts all rows of a table into its index."""
    fields = ", ".join(FULL_TEXT[table])
    return f"INSERT INTO {table}_fts(rowid, {fields}) SELECT n, {fields} FROM {table} ORDER BY n;"
