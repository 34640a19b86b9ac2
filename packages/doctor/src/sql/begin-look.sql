begin transaction read only;
set local lock_timeout = '2s';
set local statement_timeout = '15s'
