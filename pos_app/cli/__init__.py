"""The command line: one module per command, all of them late.

parser             the words
run                chooses the command, turns errors into sentences and exit codes
sentences          what to say
access             settings, secrets and store of this till, for commands
setup, cashier, doctor, training_provider, export, journal, backup
"""
