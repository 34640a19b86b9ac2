create function library.set_updated_at() returns trigger language plpgsql set search_path = '' as $$
begin
  -- A backfill changes how a row is kept, not what it says.
  if coalesce(current_setting('godwit.backfill', true), '') = '' then
    new.updated_at := now();
  end if;
  return new;
end
$$;

comment on function library.set_updated_at() is 'Sets updated_at to the time of the transaction';

create trigger set_updated_at before update on library.books for each row execute function library.set_updated_at();
