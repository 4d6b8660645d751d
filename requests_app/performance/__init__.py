"""How the office does: figures that add up, counted from the rows in sets, kept per closed day and month.

Nothing here is typed in or judged anew: every figure is a count or a sum over cases, stays, holds and records.
"""
