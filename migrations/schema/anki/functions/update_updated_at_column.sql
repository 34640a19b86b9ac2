-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create or replace function anki.update_updated_at_column()
returns trigger
language plpgsql
set search_path to ''
as $function$
begin
  -- A backfill says so with `set local godwit.backfill`: nobody edited the row, and it keeps its time.
  if coalesce(current_setting('godwit.backfill', true), '') = '' then
    new.updated_at = current_timestamp;
  end if;

  return new;
end;
$function$;

comment on function anki.update_updated_at_column() is 'Sets updated_at to the time of the transaction, except in a backfill';
