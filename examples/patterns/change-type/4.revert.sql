-- The old column comes back as the last one, filled from the new.
alter table library.books add column pages integer;

update library.books set pages = pages_count where true;

alter table library.books alter column pages set not null;

create function library.keep_pages_in_step() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.pages_count is distinct from old.pages_count and new.pages is not distinct from old.pages then
    new.pages := new.pages_count;
  else
    new.pages_count := new.pages;
  end if;
  return new;
end
$$;

create trigger keep_pages_in_step before insert or update on library.books for each row execute function library.keep_pages_in_step();
