-- For one look at the ledger: whoever holds its tables is named instead of waited for without a word.
set local lock_timeout to '5s'
