-- A DO block sees no variables of psql.
set local godwit.name to :'name';
set local godwit.expected_name to :'expected_name';
set local godwit.expected_head to :'expected_head'
