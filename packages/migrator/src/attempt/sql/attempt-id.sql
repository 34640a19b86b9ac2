-- Under the lock on the ledger.
select id from godwit.attempt
