"""Triggers that refuse to change or delete a row; what may be erased can only be emptied."""

from collections.abc import Iterable

from sqlalchemy import Connection, text

REFUSAL = "the ledger is append-only"


def guard(bind: Connection, table: str, erasable: tuple[str, ...] = ()) -> None:
    """Refuse deletes, and updates that do anything but empty all of `erasable`."""
    columns = (
        [row[0] for row in bind.execute(text(f"SELECT name FROM pragma_table_info('{table}')"))] if _lite(bind) else []
    )
    if _lite(bind):
        for statement in _sqlite(table, _change(columns, erasable, "IS NOT")):
            bind.execute(text(statement))
        return
    names = bind.execute(text("SELECT column_name FROM information_schema.columns WHERE table_name = :t"), {"t": table})
    for statement in _postgres(table, _change([row[0] for row in names], erasable, "IS DISTINCT FROM")):
        bind.execute(text(statement))


def unguard(bind: Connection, table: str) -> None:
    """Take the triggers away."""
    for act in ("update", "delete"):
        on = "" if _lite(bind) else f" ON {table}"
        bind.execute(text(f"DROP TRIGGER {table}_no_{act}{on}"))
    if not _lite(bind):
        bind.execute(text(f"DROP FUNCTION {table}_guard()"))


def _lite(bind: Connection) -> bool:
    return bind.dialect.name == "sqlite"


def _change(columns: Iterable[str], erasable: tuple[str, ...], differs: str) -> str:
    """The condition under which an update is refused."""
    if not erasable:
        return "TRUE"
    kept = (f'NEW."{name}" {differs} OLD."{name}"' for name in columns if name not in erasable)
    filled = (f'NEW."{name}" IS NOT NULL' for name in erasable)
    return " OR ".join([*kept, *filled])


def _sqlite(table: str, change: str) -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} WHEN {change} {refuse}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
    ]


def _postgres(table: str, change: str) -> list[str]:
    body = f"BEGIN RAISE EXCEPTION '{REFUSAL}'; END"
    return [
        f"CREATE FUNCTION {table}_guard() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({change}) "
        f"EXECUTE FUNCTION {table}_guard()",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_guard()",
    ]
