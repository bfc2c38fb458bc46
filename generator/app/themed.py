"""Encoded PageView -> the page as the site's theme shows it, or what is wrong with it.

The page is rendered twice, as the theme has it and as it comes, and the two are held against each
other: whatever a theme does, what a page still quotes is still proved.
"""

from __future__ import annotations

import re
import traceback

import msgspec

from generator.check.themed import faults_of_themed
from generator.model.problem import Place, Problem, problem
from generator.present import views
from generator.present.look import look
from generator.present.render import context, in_tongues, twinned
from generator.present.templates import template, themed

FAULTY = b"\0"
"""Before problems: no page begins with it."""
_FOLDER = "theme/templates/"
_DROPPED = "theme-proof-dropped"
_OBJECT = re.compile(r"'generator\.[\w.]+\.(\w+) object'")


def themed_leaf(encoded_page_view: bytes) -> bytes:
    """The finished file, or FAULTY and the encoded problems."""
    page = msgspec.msgpack.decode(encoded_page_view, type=views.PageView)
    name, values = context(page.view)
    packaged = twinned(page.path, in_tongues(name, template(name).render(values))).encode()
    within = themed(name)
    if within is None:
        return packaged
    try:
        shown = twinned(page.path, in_tongues(name, within.render(values))).encode()
    except Exception as error:
        # The same values made a page without the theme: whatever was raised, the theme did it.
        return _encoded([_raised(error, name, page.path)])
    faults = faults_of_themed(packaged, shown)
    if not faults:
        return shown
    unproved = [words for code, words in faults if code == _DROPPED]
    told = [_faulty(it, name, page.path) for it in faults if it[0] != _DROPPED]
    if unproved:
        first = " ".join(unproved[0].split())[:40]
        place = Place(_template(name))
        told.append(problem(_DROPPED, place, page=page.path, text=first, count=len(unproved)))
    return _encoded(told)


def problems_of(made: bytes) -> tuple[Problem, ...]:
    """What a leaf found wrong; nothing of a page."""
    if not made.startswith(FAULTY):
        return ()
    return msgspec.msgpack.decode(made[len(FAULTY) :], type=tuple[Problem, ...])


def _encoded(problems: list[Problem]) -> bytes:
    return FAULTY + msgspec.msgpack.encode(problems)


def _raised(error: Exception, name: str, page: str) -> Problem:
    """Told of the innermost line of the theme that was reached."""
    place = Place(_template(name))
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.startswith(_FOLDER):
            place = Place(frame.filename, frame.lineno or 0)
    reason = _OBJECT.sub(r"\1", f"{type(error).__name__}: {error}")[:200]
    return problem("theme-render", place, page=page, reason=reason)


def _faulty(fault: tuple[str, str], name: str, page: str) -> Problem:
    code, found = fault
    place = Place(_template(name), needle=found[:40])
    if code == "theme-inline":
        return problem(code, place, found=found)
    return problem(code, place, page=page, found=found)


def _template(name: str) -> str:
    """The theme's template of a page: its own, else one that the theme has a part in it by."""
    own = look().templates
    if name in own:
        return _FOLDER + name
    return _FOLDER + ("base.html" if "base.html" in own else next(iter(own), name))
