"""The commands put together, and what becomes of their errors: one clear line, and an exit code.

Exit codes: 0 done; 1 an error; 2 wrong usage; 3 done, but some documents failed.
"""

import os
import sys

import typer

from dateline.cli.actor import actor
from dateline.cli.actors import actors
from dateline.cli.add import add
from dateline.cli.bench import bench
from dateline.cli.claims import claims
from dateline.cli.code import code
from dateline.cli.demo import demo
from dateline.cli.diff import diff
from dateline.cli.doctor import doctor
from dateline.cli.event import event
from dateline.cli.events import events
from dateline.cli.export import export
from dateline.cli.init import init
from dateline.cli.judge import accept, correct, different, judgements, pin, reject, same, undo
from dateline.cli.link import link
from dateline.cli.places import places
from dateline.cli.relations import relations
from dateline.cli.screen import plain
from dateline.cli.trail import trail
from dateline.cli.verify import verify
from dateline.cli.version import version
from dateline.errors import DatelineError

FAILED = 1
COMMANDS = (
    *(init, add, code, link, events, event, trail, actor, relations, claims, export, diff),
    *(same, different, accept, correct, reject, pin, undo, judgements, verify),
    *(doctor, demo, bench, version),
)
DEBUG = "DATELINE_DEBUG"

app = typer.Typer(
    name="dateline",
    help="Turns reports of political violence into a dataset in which every value leads back to its sentence.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # rich costs as much start-up time as everything else together
    pretty_exceptions_enable=False,
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(actors)
app.add_typer(places)


@app.callback()
def options(debug: bool = typer.Option(False, "--debug", help="Show the whole traceback of an error.")) -> None:
    if debug:
        os.environ[DEBUG] = "1"


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        app()
    except DatelineError as error:
        if os.environ.get(DEBUG) == "1":
            raise
        sys.stderr.write("dateline: " + "\n".join(map(plain, str(error).splitlines())) + "\n")
        sys.exit(FAILED)
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
