-- From PostgreSQL 17 on.
set transaction_timeout to 0
