do language plpgsql $check$
declare
  released record;
begin
  for released in
    -- :release
  loop
    null;
  end loop;
  if not found then
    raise exception 'somebody else has settled % meanwhile', current_setting('godwit.name')
      using errcode = 'object_not_in_prerequisite_state', hint = 'Look where the database stands: select * from godwit.current';
  end if;
end
$check$
