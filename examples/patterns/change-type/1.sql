-- Expand: the new column beside the old one, and both the same whichever of them is written.
alter table library.books add column pages_count bigint;

comment on column library.books.pages_count is 'Number of pages; takes the place of pages';

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
