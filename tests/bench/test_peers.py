from dateline.bench.benches import case2021, classified, plv
from dateline.bench.peers import beside_peers, read_peers
from dateline.bench.records import Row
from dateline.bench.scorers import hrds, places_gold
from dateline.bench.scorers.isaf import FIELDS
from dateline.bench.scorers.muc4_templates import SLOTS


def test_every_peers_figure_belongs_to_a_metric():
    metrics = {"isaf.mean_accuracy", *(f"isaf.{field}.accuracy" for field in FIELDS)}
    metrics |= {f"muc4.{slot}.f1" for slot in (*SLOTS, "micro", "ceaf_ree", "roles", "type_ree", "pooled_ree")}
    metrics |= {row.metric for corpus in ("lgl", "geovirus", "geowebnews") for row in places_gold.rows(corpus, [])}
    metrics |= {row.metric for row in hrds.score([])}
    classified_sets = ("satp.relevant", "satp.all", "india_police", "insightcrime")
    metrics |= {row.metric for name in classified_sets for row in classified.figures(name, [], [])}
    metrics |= {row.metric for row in (*case2021.score([], [], []), *plv.score([], []))}

    assert set(read_peers()) <= metrics


def test_a_row_gets_its_peers_the_best_first_and_others_stay_as_they_are():
    ours, alone = beside_peers((Row("isaf.province.accuracy", 70.0), Row("isaf.failed", 0)))

    assert (ours.peer, ours.peer_value) == ("best fine-tuned model", 98.2)
    assert [(peer.system, peer.value) for peer in ours.peers[1:]] == [("GPT-4o", 89.64), ("majority class", 19.0)]
    assert alone.peer is None
    assert alone.peers == ()


def test_a_metric_that_several_evaluations_give_has_the_figures_of_all():
    found = {(peer.system, peer.value) for peer in read_peers()["muc4.perp_org_confidence.f1"]}

    assert found == {("NYU 1992", 48.0), ("GE-CMU 1992", 33.6)}


def test_a_figure_that_was_counted_otherwise_stands_among_the_peers_and_is_not_the_peer():
    (row,) = beside_peers((Row("case2021.types30.weighted_f1", 80.0),))

    assert row.peer_value == 77.1
    assert [peer.value for peer in row.peers] == [79.7, 77.1]


def test_figures_are_percentages_and_say_what_they_were_measured_on():
    peers = [peer for found in read_peers().values() for peer in found]

    assert all(0 < peer.value < 100 for peer in peers)
    assert all(peer.items for peer in peers)
