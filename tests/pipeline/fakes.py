"""Fakes of the stages: a parser that reads nothing and a coder that makes one frame of each report."""

from dataclasses import replace

from dateline.claims.records import FrameKind
from dateline.mentions.records import Parse
from dateline.pipeline.stages import Stages
from factories import STAMP, document, frame


class FakeParser:
    name = "fake.v1"

    def parse(self, readings):
        for each, _ in list(readings):
            if "unparsable" in each.text:
                raise RuntimeError("the parser gave up")
            yield Parse(), ()


class FakeCoder:
    """Makes an event of every report with a number of dead, and dies where it is told to."""

    stamp = STAMP
    first = None  # the words of the first mention; by default the document's first word

    def __init__(self, stamp=STAMP):
        self.stamp = stamp
        self.coded = []

    def code(self, document, findings):
        self.coded.append(document.origin)
        if "broken" in document.text:
            raise ValueError("this report breaks the coder")
        if "endless" in document.text:
            return self.code(document, findings)
        told = frame(document, type="attack", deaths=3, place="Jalalabad", stamp=self.stamp, first=self.first)
        return told, frame(document, actor="Gunmen", kind=FrameKind.STRENGTH, stamp=self.stamp)


class FakeCodebook:
    def more_specific(self, one, other):
        return one if one == other else None


def fake_stages(**chosen):
    """Whole stages without a model, a gazetteer or a roster: the fake parser names nothing to look up."""
    parts = {
        "parser": FakeParser(),
        "finders": (),
        "gazetteer": None,
        "roster": None,
        "coder": FakeCoder(),
        "codebook": FakeCodebook(),
    }
    return Stages(**{**parts, **chosen})


def report(number, text="Gunmen attacked a post in Jalalabad. 3 people were killed.", **fields):
    """One of many reports, each with a text of its own."""
    return document(f"Report {number}. {text}", origin=f"{number}.txt", **fields)


def bakery_report(number):
    """A report of nothing that the gate is after."""
    return report(number, text="The bakery on the corner opens again, and its owner promises cakes for all.")


def with_stamp(version):
    return replace(STAMP, version=version)
