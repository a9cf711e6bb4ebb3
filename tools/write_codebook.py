"""Write docs/codebook.md from the codebook's YAML files: python tools/write_codebook.py."""

from pathlib import Path

from dateline.codebook.document import render_markdown

if __name__ == "__main__":
    (Path(__file__).parent.parent / "docs" / "codebook.md").write_text(render_markdown(), "utf-8")
