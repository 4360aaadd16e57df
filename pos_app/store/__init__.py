"""SQLite adapter: sales, journal, people, vault and catalogue cache.

opening.py     open_store, create_store; what is refused (R11)
connection.py  pragmas, transactions, errors; worker.py the one thread that writes
migrations.py  numbered steps of the schema (resources/migrations)
sales.py       sales and lines; lines.py, attempts.py, rows.py, search.py are its parts
journal.py     the chain of entries (M16)
days.py        days, figures.py their sums
aged_cards.py  cards that have been kept long enough
shelf.py       labels, favourites, what sells
owner.py       stops, history of the balance
paper_numbers.py  numbers of void and refund slips
people.py      people, pins.py their PINs
print_jobs.py  print jobs
vault.py       sealed cards, derived keys (M15); secrets.py where the master key lies
backup.py      verified copies (M12)
restore.py     a backup in the place of the database (M12)
reserve.py     room for answers on a full disk (R11)
catalogue.py   the last good catalogue
"""

from pos_app.store.opening import (
    Identity,
    Store,
    create_store,
    open_store,
    remove_empty_store,
    store_exists,
)
from pos_app.store.restore import Restored, restore_database
from pos_app.store.vault import new_vault_key

__all__ = [
    "Identity",
    "Restored",
    "Store",
    "create_store",
    "new_vault_key",
    "open_store",
    "remove_empty_store",
    "restore_database",
    "store_exists",
]
