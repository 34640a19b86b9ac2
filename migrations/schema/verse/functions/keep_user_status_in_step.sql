-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create or replace function verse.keep_user_status_in_step()
returns trigger
language plpgsql
set search_path to ''
as $function$
declare
  -- In an insert, every value of old is null.
  wrote_status constant boolean := new.status is distinct from old.status;
  wrote_status_old constant boolean := new.status_old is distinct from old.status_old;
begin
  -- A backfill fills status from status_old and must find status_old as it was.
  if coalesce(current_setting('godwit.backfill', true), '') <> '' then
    return new;
  end if;

  if wrote_status and not wrote_status_old then
    new.status_old := new.status;
  elsif wrote_status_old and not wrote_status then
    -- A value that does not fit leaves status empty: the older application's write goes through, nothing is
    -- cut off, and the row still counts as one to migrate.
    new.status := case when length(new.status_old) <= 50 then new.status_old end;
  end if;

  return new;
end;
$function$;

comment on function verse.keep_user_status_in_step() is 'Keeps status and status_old the same while applications that write either are running';
