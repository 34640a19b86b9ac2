-- As the session's own role, whatever role the settings of the step take on. The row's key allows one such step at a time.
reset session authorization;
reset role;
insert into godwit.journal (hash, previous_hash, name, direction, statement, backend_start, detail)
values (
  :'hash', :'previous_hash', :'name', :'direction', :'statement',
  :'backend_start',
  :'detail'
);
commit
