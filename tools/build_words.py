"""Build values/data/en/words.txt.xz from the word lists of Debian's wamerican and wbritish (SCOWL).

    apt-get install wamerican wbritish
    python tools/build_words.py

The file has the words that the lists have in lower case; a trailing `*` says that they have it as a name too.
"""

import lzma
from pathlib import Path

LISTS = (Path("/usr/share/dict/american-english"), Path("/usr/share/dict/british-english"))
TARGET = Path(__file__).parent.parent / "src/dateline/values/data/en/words.txt.xz"
HEADER = """\
# English words that are written in lower case; * marks those that are also names.
# From SCOWL (Spell Checker Oriented Word Lists), Debian packages wamerican and wbritish.
# Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the
# associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
# without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
# this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the
# suitability of this array for any purpose. It is provided "as is" without express or implied warranty.
"""


def read_words() -> set[str]:
    return {word for path in LISTS for word in path.read_text("utf-8").split() if word.isalpha() and len(word) > 1}


def build(words: set[str]) -> str:
    names = {word.lower() for word in words if word[0].isupper() and word[1:].islower()}
    common = sorted(word for word in words if word.islower())
    return HEADER + "".join(f"{word}{'*' if word in names else ''}\n" for word in common)


if __name__ == "__main__":
    TARGET.write_bytes(lzma.compress(build(read_words()).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")
