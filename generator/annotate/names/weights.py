"""How sure each rule is: points; a name is kept from 1 and shown from 2 (`found.py`).

Own judgement, gone over by reading what came out. For Chinese names of people they are added up: a
surname with a good given name alone has about 2; an office before it or a verb of speech behind it
makes a doubtful one sure. Of two names that overlap, the longer or the surer one stays.
"""

from __future__ import annotations

# The surname.
COMMON_SURNAME = 0.8
KNOWN_SURNAME = 0.5
RARE_SURNAME = 0.2
COMMON_RANK, KNOWN_RANK = 40, 120
COMPOUND_SURNAME = 1.6
DOUBTFUL_SURNAME = -1.2
"""高, 和, 时, 方: words as well."""
DOUBTFUL_SURNAME_IN_WORD = -0.8
END_OF_A_WORD = -1.2
"""人权|事务: the surname ends the word before it."""

# The given name.
GIVEN_CHARACTERS = 1.2
"""All its characters are often in names; in part: less."""
NO_GIVEN_CHARACTERS = -0.3
ONE_CHARACTER = -0.3
GIVEN_IS_A_WORD = -1.2

# How the segmenter cut it.
GUESSED = {2: 1.4, 1: 0.5}
"""One word, unknown to the dictionary; by length of the given name."""
LISTED = {2: 1.0, 1: 0.0}
"""The dictionary took its names from novels and has many that are words in news."""
NOUN = -0.4
WORD_BETWEEN = 0.5
"""A word between an office and a verb of speech: 医生杜鹃告诉."""
AND_A_CHARACTER = 0.6
AND_A_WORD = -1.0
LESS_GLUE = 0.6
"""燕雁|摄: what is left over is glue."""
LESS_A_CHARACTER = -1.5
OF_CHARACTERS = 0.7
OF_PLACE = 0.3
OF_WORD = -0.4
OF_UNKNOWN = 0.4
OF_PIECES = -0.6
CUTS_A_WORD = -1.2
IS_A_WORD = -2.0

# What stands before it and behind it, by class of the unit (`word_classes.py`).
OFFICE = 1.8
NEXT_OF_SEVERAL = 1.0
"""王建国、刘志强和赵丽华."""
AT_START = 0.4
AT_END = 0.3
BEFORE = {
    **dict.fromkeys("or", OFFICE),
    **dict.fromkeys("gY", 0.5),
    **dict.fromkeys("WSTBG", 0.4),
    "c": 0.2,
}
BEFORE_ELSE = -0.4
AFTER = {
    "V": 1.6,
    **dict.fromkeys("or", 1.2),
    **dict.fromkeys("yYt", 0.5),
    "W": 0.4,
    **dict.fromkeys("cmv", 0.2),
    "d": 0.1,
}
AFTER_ELSE = -0.5
IN_A_WORD = -0.2

# Packaged lists, and the segmenter's dictionary, which has words among its names.
LISTED_NAME = 3.0
LISTED_BODIES = 3.2
"""中国人民解放军东部战区: two of the lists make one name."""
DOUBTFUL_PERSON = 1.0
DOUBTFUL_NAME = 0.9
"""Marked in the list as a word too: not even kept."""
DOUBTFUL_AMONG_PLACES = 2.1
DICTIONARY_BODY = 2.0
DICTIONARY_CITY = 2.6
DICTIONARY_IN_CITY = 2.1
"""辽宁|沈阳, 北京|王府井: one word, two places."""
DICTIONARY_PLACE = 1.5
GUESSED_PLACE = 1.2
LOCATED_PLACE = 2.0
"""在…, or behind the name of a place."""

# Runs of units that end in a suffix, by class of the first unit.
BODY = 1.0
BODY_BEGINS = {**dict.fromkeys("LBGKb", 2.1), **dict.fromkeys("XER", 1.5)}
BODY_OF_A_SORT = 1.2
WEAK_SUFFIX = -0.6
"""部, 中心, 公司 with words between the place and it: 北京重点企业公司."""
LONG_BODY = -0.3
NUMERAL_IN_BODY = -0.3
PLACE = 1.6
PLACE_BEGINS = {**dict.fromkeys("LKq", 2.2), **dict.fromkeys("mhHM", 0.6)}
VILLAGE = 2.1
DOUBTFUL_VILLAGE = 1.4
WEAK_LONG_PLACE = -1.2
WEAK_PLACE = -0.3
"""区, 路, 山, 广场: in many words that name no place."""
