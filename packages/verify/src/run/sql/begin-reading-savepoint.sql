savepoint godwit_check;
set local transaction_read_only to on
