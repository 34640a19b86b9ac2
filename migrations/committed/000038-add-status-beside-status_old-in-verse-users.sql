--! Previous: sha1:8ddf7e2dd7f982860704fba0cda58156c218f8d0
--! Hash: sha1:705f2ff44e6387f3841dea7a300cc4342c434ffb
--! Message: Add status beside status_old in verse.users

alter table verse.users add column status varchar(50);

comment on column verse.users.status is 'State of the account; takes the place of status_old';

--! Included keep_user_status_in_step.sql
create or replace function verse.keep_user_status_in_step()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
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
$$;
--! EndIncluded keep_user_status_in_step.sql

comment on function verse.keep_user_status_in_step() is
  'Keeps status and status_old the same while applications that write either are running';

create trigger keep_user_status_in_step
  before insert or update on verse.users
  for each row
  execute function verse.keep_user_status_in_step();
