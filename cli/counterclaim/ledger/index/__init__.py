"""An index of a ledger's records, which a program may make anew at any time: YAML is the truth.

`folder` says where it is, `tables` what stands in it; `refresh` keeps it true to the files,
`opening` gets one, `shelf` reads a ledger with or without it.
"""
