rollback to savepoint godwit_check;
release savepoint godwit_check
