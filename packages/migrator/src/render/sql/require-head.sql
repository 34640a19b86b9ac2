do language plpgsql $check$
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
      raise exception '% begins at %, and this database stands at %',
        current_setting('godwit.name'), current_setting('godwit.expected_name'), (select name from godwit.current)
        using errcode = 'object_not_in_prerequisite_state',
          detail = 'Nothing of it was changed. This script, or a part of it, has been run already, or the database has moved since it was written.',
          hint = 'Look where the database stands (select * from godwit.current), and write the script again: godwit upgrade --sql, or godwit downgrade --sql.';
    end if;
  end loop;
  -- From version 1.1 of the ledger on.
  if to_regclass('godwit.attempt') is not null then
    if exists (select from godwit.attempt) then
      raise exception '% begins at %, and godwit watch has applied current.sql on top of it',
        current_setting('godwit.name'), current_setting('godwit.expected_name')
        using errcode = 'object_not_in_prerequisite_state',
          detail = 'Nothing of it was changed. A script cannot take back what somebody is writing.',
          hint = 'Take it back (godwit watch --undo), and run the script again; or godwit upgrade, godwit downgrade, which take it back themselves.';
    end if;
  end if;
end
$check$
