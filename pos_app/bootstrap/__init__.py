"""The only place that names concrete adapters: builds a till, starts it, stops it in order.

surroundings  clock, keys, local time, printers
assemble      one till's use-cases over its adapters
running       background work and the order of shutting down
training      the till with its own embedded provider
installation  a till out of nothing
window        the program with its window
"""
