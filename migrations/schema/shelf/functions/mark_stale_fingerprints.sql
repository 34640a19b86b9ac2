-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create or replace function shelf.mark_stale_fingerprints()
returns trigger
language plpgsql
security definer
set search_path to ''
as $function$
begin
  if tg_op = 'INSERT' then
    insert into shelf.stale_fingerprints (book_id)
    select distinct book_id from new_ratings;
  elsif tg_op = 'DELETE' then
    insert into shelf.stale_fingerprints (book_id)
    select distinct book_id from old_ratings;
  elsif tg_op = 'UPDATE' then
    insert into shelf.stale_fingerprints (book_id)
    select book_id from old_ratings
    union
    select book_id from new_ratings;
  else
    -- TRUNCATE: no book has a rating any more.
    insert into shelf.stale_fingerprints (book_id)
    select book_id from shelf.book_fingerprints;
  end if;

  return null;
end;
$function$;

comment on function shelf.mark_stale_fingerprints() is 'Marks the books whose ratings a statement has changed';
