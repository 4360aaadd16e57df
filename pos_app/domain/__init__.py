"""What the till knows: money, products, sales, orders, journal; no I/O, no clock, no async."""
