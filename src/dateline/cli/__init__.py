"""The command line: one command per verb. Nothing heavy is imported before a command needs it."""

from dateline.cli.app import main

__all__ = ["main"]
