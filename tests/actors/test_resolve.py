"""Resolve: from a mention to the actor that it means."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dateline.actors.resolve import resolve
from dateline.actors.roster import load_roster
from dateline.documents.records import Document
from dateline.mentions.finders.phrases import PhraseFinder
from dateline.mentions.records import Mention, MentionKind
from dateline.values.dates import DateBasis, DatePrecision, DateValue
from dateline.values.folding import fold
from dateline.values.spans import Span

ROSTER = load_roster()
FINDER = PhraseFinder(ROSTER.phrases())


def resolved(text):
    doc = Document(text, "test")
    mentions, aliases = FINDER.find(doc, fold(text))
    return list(resolve(mentions, doc, roster=ROSTER, aliases=aliases))


def names(text):
    return [resolution.name for resolution in resolved(text)]


def organisation(text, name):
    doc = Document(text, "test")
    start = text.index(name)
    mention = Mention(doc.id, Span(start, start + len(name)), name, MentionKind.ORGANISATION, "parser.v1")
    return resolve([mention], doc, roster=ROSTER, aliases={})[0]


def test_afghan_and_pakistani_taliban_are_told_apart():
    text = "The Afghan Taliban held talks with the Pakistani Taliban; the TTP said that the Taliban had agreed."
    pakistani = "Tehreek-e-Taliban Pakistan"
    assert names(text) == ["Taliban", pakistani, pakistani, "Taliban"]


def test_the_branches_of_islamic_state_are_told_apart():
    text = "ISIS praised ISWAP in Nigeria and IS-K in Afghanistan."
    assert names(text) == ["Islamic State", "Islamic State West Africa Province", "Islamic State Khorasan Province"]


def test_farc_and_its_dissidents_are_told_apart():
    assert names("The FARC signed; FARC dissidents did not.") == [
        "Revolutionary Armed Forces of Colombia",
        "FARC dissidents",
    ]


def test_the_rosters_own_name_is_exact_and_another_spelling_an_alias():
    assert [each.tier for each in resolved("Boko Haram fought Daesh.")] == ["exact", "alias"]


def test_a_definition_in_the_text_outweighs_the_list():
    text = "The Tamra Trade Partnership (TTP) met in Lagos. TTP members left."
    assert {(each.name, each.actor, each.tier) for each in resolved(text)} == {
        ("Tamra Trade Partnership", None, "local")
    }


def test_a_new_spelling_is_resolved_by_its_acronym():
    first = resolved("Islamic State, Khurasan chapter. The Tahreek-i-Taliban-i-Pakistan (TTP) denied it.")[-2]
    assert (first.actor.id, first.tier) == ("tehreek-e-taliban-pakistan", "acronym_defined_here")


def test_namesakes_are_told_apart_by_the_countries_of_the_text():
    bolivia = resolved("The National Liberation Army of Bolivia bombed a Bolivian pipeline.")[0]
    colombia = resolved("The National Liberation Army bombed a Colombian pipeline.")[0]
    assert (bolivia.actor.id, colombia.actor.id) == ("eln-bolivia", "eln-colombia")


def test_the_other_namesakes_are_kept():
    assert "eln-bolivia" in resolved("The ELN bombed a Colombian pipeline.")[0].alternatives


def test_an_imported_name_counts_only_in_a_text_about_its_country():
    abroad = resolved("In Oslo the Tamil National Alliance met.")[0]
    at_home = resolved("In Sri Lanka the Tamil National Alliance met.")[0]
    assert (abroad.actor, abroad.tier) == (None, "local")
    assert at_home.actor.source == "Party Facts"


def test_an_unknown_organisation_is_a_local_actor_under_its_own_name():
    found = organisation("The Free Tamra Brigade struck.", "Free Tamra Brigade")
    assert (found.name, found.actor, found.tier) == ("Free Tamra Brigade", None, "local")


def test_an_unknown_spelling_is_never_the_nearest_actor():
    assert organisation("The Boko Halal Bakery burned.", "Boko Halal Bakery").actor is None


def test_an_adjective_and_a_role_name_a_state_force():
    found = organisation("The Colombian National Police denied it.", "Colombian National Police")
    assert (found.name, found.tier) == ("Police Forces of Colombia", "demonym_and_role")


def test_places_and_persons_are_left_to_others():
    doc = Document("Kabul", "test")
    mention = Mention(doc.id, Span(0, 5), "Kabul", MentionKind.PLACE, "phrases.v1")
    assert resolve([mention], doc, roster=ROSTER, aliases={}) == ()


def test_every_resolution_says_why():
    assert all(each.reason for each in resolved("The ELN, the FARC and the Popular Front of Kano (PFK) met in Peru."))


@given(st.lists(st.sampled_from(["ELN", "IS", "Taliban", "(TTP)", "Mali", "Popular", "Front", "AFP", "ＩＳ", "\n"])))
def test_any_text_has_one_resolution_a_mention_with_a_probability(words):
    for resolution in resolved(" ".join(words)):
        assert 0 <= resolution.probability <= 1
        assert resolution.name


def dated(text, year):
    published = DateValue(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR, DateBasis.STATED)
    doc = Document(text, "test", published=published)
    mentions, aliases = FINDER.find(doc, fold(text))
    return resolve(mentions, doc, roster=ROSTER, aliases=aliases)[0]


def test_the_year_of_a_report_tells_a_forerunner_from_its_namesake():
    text = "ISI bombed a market in Iraq; Pakistan condemned it."
    assert dated(text, 2008).actor.id == "islamic-state-of-iraq"
    assert dated(text, 2020).actor.id == "inter-services-intelligence"


def test_a_spelling_that_no_list_has_is_resolved_by_its_letters():
    body = organisation("Men of the Harkat ul Jehad al Islami shot him.", "Harkat ul Jehad al Islami")
    assert (body.actor.id, body.tier) == ("harkat-ul-jihad-al-islami", "transliteration")


def test_a_name_inside_another_spelling_is_the_longer_ones():
    found = resolved("Tehreek-i-Taleban Pakistan denied it.")[0]
    assert (found.actor.id, found.tier) == ("tehreek-e-taliban-pakistan", "transliteration")
    assert "another spelling" in found.reason


def test_a_name_before_a_word_for_a_firm_is_not_the_actor():
    found = resolved("Taliban Motors sells cars.")[0]
    assert (found.name, found.actor, found.alternatives) == ("Taliban Motors", None, ("taliban",))


def test_a_country_name_that_two_share_counts_for_both():
    assert resolved("The ADF killed six near Beni, Congo.")[0].actor.id == "allied-democratic-forces"
