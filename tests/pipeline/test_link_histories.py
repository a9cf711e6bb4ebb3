"""Whatever happens to a casebook: every account is in one event, every id leads on, nothing is lost."""

import json
import tempfile
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.judgement import Judgement, Verdict
from dateline.store import open_store
from pipeline.fakes import FakeCoder, with_stamp
from pipeline.linkers import BOTH, HARBOUR, MARKET, POST, coded, linked, told

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from([POST, MARKET, HARBOUR, BOTH]), st.integers(0, 5)),
        st.tuples(st.just("recode"), st.integers(0, 9), st.booleans()),
        st.tuples(st.sampled_from(["same", "different"]), st.integers(0, 9), st.integers(0, 9)),
        st.tuples(st.just("undo"), st.integers(1, 6), st.just(0)),
        st.tuples(st.just("again"), st.just(0), st.just(0)),
    ),
    min_size=3,
    max_size=9,
)


class History:
    """A casebook that things happen to, and every id that it ever gave."""

    def __init__(self, store):
        self.store = store
        self.documents = []
        self.ids = set()

    def add(self, text, days):
        new = told(text, start=len(self.documents), published=date(2024, 5, 1) + timedelta(days=days))
        self.documents += new
        coded(self.store, new)
        linked(self.store)

    def recode(self, number, otherwise):
        """Code a document anew; `otherwise`: so that its account has another id."""
        if self.documents:
            FakeCoder.first = "Report" if otherwise else None
            try:
                document = self.documents[number % len(self.documents)]
                coded(self.store, [document], stamp=with_stamp(f"0.{len(self.ids)}.{self.store.stats().runs}"))
            finally:
                FakeCoder.first = None
            linked(self.store)

    def same(self, one, other):
        self._judge(Verdict.SAME, one, other)

    def different(self, one, other):
        self._judge(Verdict.DIFFERENT, one, other)

    def undo(self, number, _):
        if number <= len(self.store.judgements()):
            self.store.judge(Judgement(Verdict.UNDO, str(number), "ana", NOON))
            linked(self.store)

    def again(self, *_):
        linked(self.store, again=True)

    def _judge(self, verdict, one, other):
        accounts = sorted(self.accounts())
        if not accounts or accounts[one % len(accounts)] == accounts[other % len(accounts)]:
            return
        sides = {"one": [accounts[one % len(accounts)]], "other": [accounts[other % len(accounts)]]}
        made = Judgement(verdict, sides["one"][0], "ana", NOON, other=sides["other"][0], value=json.dumps(sides))
        self.store.judge(made)
        linked(self.store)
        events = {self.store.links.lead(sides[side][0]) for side in sides}
        assert len(events) == (1 if verdict is Verdict.SAME else 2)

    def accounts(self):
        return [account.id for event in self.store.links.page() for account in event.accounts]


@settings(max_examples=15, deadline=None)
@given(STEPS)
def test_every_account_is_in_one_event_and_every_id_leads_to_one(steps):
    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/casebook.db", create=True) as store:
        history = History(store)
        for name, *given_ in steps:
            getattr(history, name)(*given_)
            history.ids |= {event.event for event in store.links.page()} | set(history.accounts())
        accounts = history.accounts()
        assert len(accounts) == len(set(accounts)) == len(history.documents)
        events = {event.event for event in store.links.page()}
        assert {store.links.resolve(each) for each in history.ids} == events
        assert list(store.faults()) == []


def test_an_id_that_comes_back_after_its_document_was_coded_anew_twice_leads_in_no_circle():
    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/casebook.db", create=True) as store:
        history = History(store)
        history.add(POST, 0)
        (first,) = history.accounts()
        history.recode(0, True)
        (second,) = history.accounts()
        history.recode(0, False)
        assert history.accounts() == [first]
        assert store.links.resolve(second) == store.links.resolve(first) == first
        assert list(store.faults()) == []
