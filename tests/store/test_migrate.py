from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from dateline.store import migrate, schema, sqlite


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
