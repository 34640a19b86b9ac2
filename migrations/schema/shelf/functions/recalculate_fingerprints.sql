-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create or replace function shelf.recalculate_fingerprints(book_ids integer[])
returns setof integer
language plpgsql
set search_path to ''
as $function$
begin
  if current_setting('transaction_isolation') in ('repeatable read', 'serializable') then
    raise exception 'fingerprints are recalculated in a transaction that is read committed'
      using errcode = 'feature_not_supported', hint = 'begin isolation level read committed';
  end if;

  -- Two recalculations of a book take turns, else the one that has read first could write last. Ratings are written meanwhile.
  perform from shelf.books where id = any (book_ids) order by id for no key update;

  -- What has left these marks is committed, so that the next statement, whose snapshot is newer, sees it. A mark that is not visible
  -- yet stays.
  delete from shelf.stale_fingerprints where book_id = any (book_ids);

  return query
    with calculated as materialized (
      select * from shelf.calculated_fingerprints where book_id = any (book_ids)
    ),
    unrated as (
      delete from shelf.book_fingerprints as fingerprint
      where fingerprint.book_id = any (book_ids)
        and not exists (select from calculated where calculated.book_id = fingerprint.book_id)
      returning fingerprint.book_id
    ),
    rated as (
      insert into shelf.book_fingerprints as fingerprint (
        book_id, avg_pace, avg_emotional_impact, avg_complexity, avg_character_development, avg_plot_quality, avg_prose_style,
        avg_originality, star_equivalent, total_ratings, fingerprint_vector
      )
      select
        book_id, avg_pace, avg_emotional_impact, avg_complexity, avg_character_development, avg_plot_quality, avg_prose_style,
        avg_originality, star_equivalent, total_ratings, fingerprint_vector
      from calculated
      on conflict (book_id) do update set
        avg_pace = excluded.avg_pace,
        avg_emotional_impact = excluded.avg_emotional_impact,
        avg_complexity = excluded.avg_complexity,
        avg_character_development = excluded.avg_character_development,
        avg_plot_quality = excluded.avg_plot_quality,
        avg_prose_style = excluded.avg_prose_style,
        avg_originality = excluded.avg_originality,
        star_equivalent = excluded.star_equivalent,
        total_ratings = excluded.total_ratings,
        fingerprint_vector = excluded.fingerprint_vector,
        updated_at = excluded.updated_at
      returning fingerprint.book_id
    )
    select book_id from unrated
    union all
    select book_id from rated;
end;
$function$;

comment on function shelf.recalculate_fingerprints(integer[]) is 'Brings the fingerprints of books in line with their ratings, and gives the books whose fingerprint it has written or deleted. What is rated while it runs is marked and left for the next time.';
