"""The papers of the house as tests read them: their pages, fenced passages, links and tables."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
INDEX = DOCS / "index.md"
PAPERS = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CREDITS.md", *DOCS.glob("**/*.md")])
_PASSAGE = re.compile(
    r"^(?:<!-- (?P<mark>.*?) -->\n)?```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)


class Passage(NamedTuple):
    """One fenced passage: the comment before it, its language, what stands in it."""

    mark: str
    language: str
    body: str

    @property
    def file(self):
        """The name of the file that the reader is told to write, or None."""
        return self.mark.removeprefix("file ") if self.mark.startswith("file ") else None

    @property
    def commands(self):
        """The lines that call dateline, without their comments."""
        if self.mark or self.language:
            return []
        lines = [line.split("  #")[0].strip().removeprefix(".venv/bin/") for line in self.body.splitlines()]
        return [line for line in lines if line.startswith("dateline ")]


def text_of(path):
    return path.read_text(encoding="utf-8")


def passages(path):
    found = _PASSAGE.finditer(text_of(path))
    return [Passage(each["mark"] or "", each["language"], each["body"]) for each in found]


def links(path):
    """The (target, heading) of every link that stays in the house; either may be empty."""
    prose = _PASSAGE.sub("", text_of(path))
    found = re.findall(r"\]\(([^)\s]+)\)", prose)
    return [target.partition("#")[::2] for target in found if "://" not in target]


def linked_pages(path):
    """The pages that a page links to, each once, in order."""
    return list(dict.fromkeys((path.parent / target).resolve() for target, _ in links(path) if target.endswith(".md")))


def headings(path):
    """The names by which a page's headings can be linked to, as GitHub makes them."""
    titles = re.findall(r"^#+ (.*)$", _PASSAGE.sub("", text_of(path)), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles]


def table(path, mark):
    """The rows of the table between a page's marks, as lists of cells, without its head."""
    inside = text_of(path).partition(f"<!-- {mark} -->\n")[2].partition(f"<!-- /{mark} -->")[0]
    rows = [line.strip("|").split("|") for line in inside.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]
