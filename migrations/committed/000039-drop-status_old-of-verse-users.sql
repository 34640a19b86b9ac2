--! Previous: sha1:705f2ff44e6387f3841dea7a300cc4342c434ffb
--! Hash: sha1:de35ce8bea49ed0211abaae5b76741b0faf4f78f
--! Message: Drop status_old of verse.users

do $gate$
begin
  if to_regprocedure('godwit.require_backfill(text, text)') is not null then
    perform godwit.require_backfill('verse-user-status', $query$select 1 from verse.users where status_old is not null and status is distinct from status_old$query$);
  end if;
end;
$gate$;

drop trigger keep_user_status_in_step on verse.users;

drop function verse.keep_user_status_in_step();

alter table verse.users drop column status_old;

comment on column verse.users.status is 'State of the account';
