--! Reverts: sha1:de35ce8bea49ed0211abaae5b76741b0faf4f78f
--! Hash: sha1:90858d8084b0eee3196c4607d6db3e6d90c3ff0f

-- Both stand where they stood: the older one first.
alter table verse.users rename column status to status_old;

alter table verse.users alter column status_old type text;

alter table verse.users add column status varchar(50);

comment on column verse.users.status_old is 'State of the account, as free text';
comment on column verse.users.status is 'State of the account; takes the place of status_old';

-- Before the trigger is there, which would do each row once more.
update verse.users set status = status_old where status_old is not null;

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

comment on function verse.keep_user_status_in_step() is 'Keeps status and status_old the same while applications that write either are running';

create trigger keep_user_status_in_step
  before insert or update on verse.users
  for each row
  execute function verse.keep_user_status_in_step();
