from datetime import UTC, datetime

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from dateline.judgement import Judgement, Verdict
from dateline.places.records import PlaceResolution
from dateline.store import migrate, open_store, schema, sqlite
from factories import STAMP
from store.parts import whole

SINCE_0003 = ("link_keys", "link_packs", "link_items", "redirects", "links")
SINCE_0002 = ("feature", "other_ids", "within", "tier", "point_lat", "point_lon", "radius_km")


def taken_back(url, revision):
    """Make the tables those of a store that was written before there were links."""
    engine = create_engine(url)
    with engine.begin() as connection:
        for name in SINCE_0003:
            connection.exec_driver_sql(f"DROP TABLE {name}")
        connection.exec_driver_sql("ALTER TABLE judgements DROP COLUMN slot")
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{revision}'")
    engine.dispose()


def test_the_migrations_make_the_tables_that_the_store_reads(url):
    engine = create_engine(url)
    sqlite.prepare(engine)
    migrate.migrate(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
    engine.dispose()


def test_the_newest_migration_is_the_one_that_the_schema_names():
    folder = ScriptDirectory(str(migrate.__file__).replace("migrate.py", "migrations"))
    assert folder.get_current_head() == schema.REVISION


def test_migrating_twice_changes_nothing(url):
    engine = create_engine(url)
    sqlite.prepare(engine)
    migrate.migrate(engine)
    migrate.migrate(engine)
    with engine.connect() as connection:
        assert len(connection.exec_driver_sql("SELECT * FROM alembic_version").all()) == 1
    engine.dispose()


def test_a_store_of_the_first_release_keeps_its_places(url):
    parts = whole()
    with open_store(url, create=True) as store:
        store.write_coded(parts, STAMP, run=store.begin_run(STAMP))
    taken_back(url, "0002")
    engine = create_engine(url)
    with engine.begin() as connection:
        for name in SINCE_0002:
            connection.exec_driver_sql(f"ALTER TABLE place_resolutions DROP COLUMN {name}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    engine.dispose()
    with open_store(url) as store:
        (kept,) = store.kept(parts.document.id).places
    (made,) = parts.places
    assert isinstance(kept, PlaceResolution)
    assert (kept.place.id, kept.place.name, kept.where_prec) == (made.place.id, made.place.name, made.where_prec)
    assert (kept.within, kept.point, kept.radius_km, kept.tier) == (None, None, None, "")


def test_a_store_without_links_keeps_its_events_and_its_log(url):
    parts = whole()
    with open_store(url, create=True) as store:
        store.write_coded(parts, STAMP, run=store.begin_run(STAMP))
        store.write_judgement(Judgement(Verdict.ACCEPT, parts.events[0].id, "ana", datetime(2024, 5, 1, tzinfo=UTC)))
        events, judgements = list(store.events()), store.judgements()
    taken_back(url, "0002")
    with open_store(url) as store:
        assert list(store.events()) == events
        assert store.judgements() == judgements
        assert [each.event for each in store.links.page()] == [parts.events[0].id]
