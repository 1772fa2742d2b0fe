"""The commands of planparse, one a file: options, and which stage does the work.

A command imports what it needs when it runs, so that ``--help`` loads neither the models nor the rules.
"""
