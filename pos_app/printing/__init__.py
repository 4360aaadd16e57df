"""Slips as PDF and the printers that put them on paper."""
