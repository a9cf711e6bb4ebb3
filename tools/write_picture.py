"""Write docs/img/demo.svg, the picture in README.md, from what the demonstration prints."""

from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table
from rich.terminal_theme import MONOKAI
from rich.text import Text

from dateline.cli.demo import code_demo
from dateline.cli.events import COLUMNS, table_row

TARGET = Path(__file__).parent.parent / "docs" / "img" / "demo.svg"
ROWS = 16  # as many as fit a screen
# Rich's own format asks a font server for its font; a page that is read offline must not.
SVG = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: monospace; font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""


def picture() -> str:
    """Return the first rows of the demonstration's table as SVG."""
    with TemporaryDirectory() as folder:
        rows = code_demo(Path(folder), quiet=True)
    table = Table(*COLUMNS, box=None)
    for row in [row for row in rows if str(row["date_first"] or "") >= "2023-07"][:ROWS]:
        table.add_row(*(Text(cell or "") for cell in table_row(row)))
    console = Console(record=True, width=150, file=Path("/dev/null").open("w"))  # noqa: SIM115 - it only records
    console.print(Text("$ make demo", style="bold"))
    console.print(table)
    return console.export_svg(title="dateline demo", theme=MONOKAI, code_format=SVG, unique_id="demo")


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(picture(), encoding="utf-8")
    print(f"wrote {TARGET.name}")
