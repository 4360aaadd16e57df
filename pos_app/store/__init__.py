"""SQLite adapter: sales, journal, people, vault and catalogue cache."""
