"""Every example in the coder's lists is coded as the list says."""

from importlib.resources import files

import pytest
import yaml

from dateline.claims.records import Code, Count, FrameKind, Named

_DATA = files("dateline.claims.coders.rules") / "data"
_COUNTS = ("deaths", "injured", "captured", "abducted", "missing", "displaced")


def _entries(name):
    return yaml.safe_load((_DATA / f"{name}.yaml").read_text(encoding="utf-8"))


def _events(frames):
    return [frame for frame in frames if frame.kind is FrameKind.EVENT]


def _kinds(frame):
    return {claim.value.code for claim in frame.slot("type") if isinstance(claim.value, Code)}


def _texts(frame, slot):
    return [claim.published for claim in frame.slot(slot)]


@pytest.mark.parametrize("entry", _entries("triggers"), ids=lambda entry: entry["id"])
def test_each_trigger_gives_what_its_example_says(entry, code_text):
    example = entry["example"]
    (event,) = _events(code_text(example["text"]))
    assert example["kind"] in _kinds(event)
    if "stage" in example:
        assert event.slot("stage")[0].value.code == example["stage"]
    for slot in {"target", "weapon", "perpetrator"} & example.keys():
        assert example[slot] in _texts(event, slot)
    for slot in set(_COUNTS) & example.keys():
        assert example[slot] in [c.value.best for c in event.slot(slot) if isinstance(c.value, Count)]


@pytest.mark.parametrize("entry", _entries("weapons"), ids=lambda entry: entry["label"])
def test_each_weapon_is_known_by_its_label(entry, code_text):
    (event,) = _events(code_text(entry["example"]))
    labels = [label for claim in event.slot("weapon") if isinstance(claim.value, Named) for label in claim.value.labels]
    assert entry["label"] in labels


@pytest.mark.parametrize("entry", _entries("people"), ids=lambda entry: entry["label"])
def test_each_word_for_people_gives_its_label_to_the_one_who_acts(entry, code_text):
    (event,) = _events(code_text(f"{entry['example'].removesuffix('.')} in Quetta on Monday."))
    assert entry["label"] in event.slot("perpetrator")[0].value.labels


@pytest.mark.parametrize("entry", _entries("facilities"), ids=lambda entry: entry["label"])
def test_each_word_for_a_building_gives_its_label_to_the_target(entry, code_text):
    (event,) = _events(code_text(f"{entry['example'].removesuffix('.')} in Quetta on Monday."))
    assert entry["label"] in event.slot("target")[0].value.labels


@pytest.mark.parametrize("name", sorted(_entries("factuality")))
def test_each_rule_of_factuality_keeps_its_example(name, code_text):
    rule = _entries("factuality")[name]
    events = _events(code_text(rule["example"]["text"]))
    expected = rule["example"]["gives"]
    if expected == "nothing":
        assert events == []
    elif expected == "two":
        assert len(events) == 2
    else:
        assert [event.slot("stage")[0].value.code for event in events] == [expected]


@pytest.mark.parametrize("entry", _entries("attribution")["responsibility"], ids=lambda entry: entry["id"])
def test_each_cue_of_responsibility_gives_its_stance(entry, code_text):
    example = entry["example"]
    (event,) = _events(code_text(example["text"]))
    charged = [c for c in event.slot("perpetrator") if c.stance.value == example["stance"]]
    assert [c.value.keys[0] for c in charged] == ["red-column"]
    if "kind" in example:
        assert charged[0].speaker.kind.value == example["kind"]


def test_the_speaker_of_a_reported_sentence_is_named(code_text):
    example = _entries("attribution")["speech"]["example"]
    (event,) = _events(code_text(example["text"]))
    speaker = event.slot("deaths")[0].speaker
    assert (speaker.name, speaker.kind.value) == (example["speaker"], example["kind"])


@pytest.mark.parametrize(("stance", "entry"), _entries("attribution")["suspicion"].items())
def test_a_doubted_perpetrator_has_the_stance_of_the_doubt(stance, entry, code_text):
    (event,) = _events(code_text(entry["example"]["text"]))
    assert [c.stance.value for c in event.slot("perpetrator")] == [stance]


@pytest.mark.parametrize("family", _entries("grouping")["families"], ids=lambda family: family["kinds"][0])
def test_each_family_of_kinds_groups_its_example_into_one_event(family, code_text):
    assert len(_events(code_text(family["example"]))) == 1


@pytest.mark.parametrize("entry", _entries("motives"), ids=lambda entry: entry["id"])
def test_each_cue_of_motive_gives_the_motive_and_whose_word_it_is(entry, code_text):
    example = entry["example"]
    (event,) = _events(code_text(example["text"]))
    (motive,) = event.slot("motive")
    assert (motive.value.text, motive.speaker.name) == (example["motive"], example["speaker"])


@pytest.mark.parametrize("entry", _entries("words").values(), ids=_entries("words"))
def test_each_list_of_ordinary_words_does_what_its_example_says(entry, code_text):
    example = entry["example"]
    (event,) = _events(code_text(example["text"]))
    for slot in ("deaths", "injured"):
        if f"{slot}_whose" in example:
            assert next((c.value.whose for c in event.slot(slot)), None) == example[f"{slot}_whose"]
        if slot in example:
            assert [c.value.best for c in event.slot(slot)] == [example[slot]]
    for slot in {"target", "perpetrator", "victim"} & example.keys():
        texts = _texts(event, slot)
        assert example[slot] in texts if example[slot] else not texts
    if "place" in example:
        assert _texts(event, "place") == [example["place"]]
    if "private" in example:
        assert ("private_person" in event.slot("victim")[0].value.labels) is example["private"]
    if "weapon" in example:
        assert next(iter(_texts(event, "weapon")), None) == example["weapon"]
    if "date" in example:
        assert [claim.value.isoformat() for claim in event.slot("date")] == [example["date"]] * bool(example["date"])
    if "speaker" in example:
        assert example["speaker"] in [claim.speaker.name for claim in event.slot("type")]


@pytest.mark.parametrize("entry", _entries("effects"), ids=lambda entry: entry["effect"])
def test_each_verb_of_harm_gives_its_effect(entry, code_text):
    (event,) = _events(code_text(entry["example"]["text"]))
    assert entry["example"]["effect"] in [claim.value.text for claim in event.slot("effect")]


def test_a_weapon_that_acts_says_what_kind_of_event_it_was(code_text):
    (event,) = _events(code_text("Two men were killed by a mine near Goma on Monday."))
    assert "ied" in _kinds(event)
    assert event.slot("perpetrator") == ()


@pytest.mark.parametrize("example", _entries("tolls")["examples"], ids=lambda example: example["text"])
def test_each_way_of_telling_a_toll_is_read(example, code_text):
    counts = [c.value.best for frame in _events(code_text(example["text"])) for c in frame.slot("deaths")]
    assert example["deaths"] in counts


def test_what_an_armed_actor_says_of_itself_is_a_claim(code_text):
    example = _entries("attribution")["own_deeds"]["example"]
    (event,) = _events(code_text(example["text"]))
    claimed = [c for c in event.slot("perpetrator") if c.stance.value == example["stance"]]
    assert [c.value.keys[0] for c in claimed] == ["red-column"]


@pytest.mark.parametrize("name", ["Marcela Ibarra", "the priest Marcela Ibarra", "journalist Marcela Ibarra"])
def test_a_person_without_public_office_is_private(name, code_text):
    (event,) = _events(code_text(f"Gunmen killed {name} in Khost on Monday."))
    assert any("private_person" in claim.value.labels for claim in event.slot("victim"))


_INNOCENT = [text for entry in _entries("innocent").values() for text in entry.get("examples", ())]
_HARMFUL = [text for entry in _entries("innocent").values() for text in entry.get("gives", ())]


@pytest.mark.parametrize("text", _INNOCENT)
def test_what_only_sounds_like_violence_gives_no_event(text, code_text):
    assert _events(code_text(text)) == []


@pytest.mark.parametrize("text", _HARMFUL)
def test_fire_that_somebody_opened_gives_an_event_with_its_dead(text, code_text):
    (event,) = _events(code_text(text))
    assert event.slot("deaths")


def test_who_gives_a_figure_is_its_speaker(code_text):
    example = _entries("attribution")["figures"]["example"]
    (event,) = _events(code_text(example["text"]))
    speakers = {(c.speaker.name, c.speaker.kind.value) for c in event.slot("deaths")}
    assert (example["speaker"], example["kind"]) in speakers
