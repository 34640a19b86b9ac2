do language plpgsql $godwit$
declare
  ledger record;
begin
  for ledger in
    -- :check
  loop
    if ledger.unfinished then
      raise exception 'a step that runs outside a transaction began on this database and has not ended: %', (select name from godwit.journal)
        using errcode = 'object_not_in_prerequisite_state', hint = 'Wait for it, or run: godwit repair';
    elsif not ledger.expected then
      raise exception '% begins at %, and this database stands at %', :'step', :'expected_name', (select name from godwit.current)
        using errcode = 'object_not_in_prerequisite_state',
          detail = 'Nothing of it was changed. This script, or a part of it, has been run already, or the database has moved since it was written.',
          hint = 'Look where the database stands (select * from godwit.current), and write the script again: godwit upgrade --sql, or godwit downgrade --sql.';
    end if;
  end loop;
end
$godwit$
