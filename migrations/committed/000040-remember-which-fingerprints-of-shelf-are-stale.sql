--! Previous: sha1:de35ce8bea49ed0211abaae5b76741b0faf4f78f
--! Hash: sha1:a0c77de94a7b29e7e3107bc453913c753e5b775d
--! Message: Remember which fingerprints of shelf are stale

create table shelf.stale_fingerprints (
  book_id integer not null,
  mark bigint generated always as identity,
  marked_at timestamptz not null default now(),
  primary key (book_id, mark)
);

comment on table shelf.stale_fingerprints is 'Books whose ratings have changed since their fingerprint was calculated, a mark for each statement that has changed some. Writers only add, so that none waits for another or for a recalculation; no foreign key, so that none waits for a book that is being deleted.';
comment on column shelf.stale_fingerprints.book_id is 'The book; it may be gone';
comment on column shelf.stale_fingerprints.mark is 'Tells the marks of a book apart';
comment on column shelf.stale_fingerprints.marked_at is 'When the transaction began that has changed its ratings';

create view shelf.calculated_fingerprints as
select
  book_id,
  avg_pace,
  avg_emotional_impact,
  avg_complexity,
  avg_character_development,
  avg_plot_quality,
  avg_prose_style,
  avg_originality,
  (
    coalesce(avg_pace, 0) + coalesce(avg_emotional_impact, 0) + coalesce(avg_complexity, 0) + coalesce(avg_character_development, 0) + coalesce(avg_plot_quality, 0) + coalesce(avg_prose_style, 0) + coalesce(avg_originality, 0)
  ) / nullif(
    num_nonnulls(
      avg_pace,
      avg_emotional_impact,
      avg_complexity,
      avg_character_development,
      avg_plot_quality,
      avg_prose_style,
      avg_originality
    ),
    0
  ) as star_equivalent,
  total_ratings,
  array[
    coalesce(avg_pace, 3),
    coalesce(avg_emotional_impact, 3),
    coalesce(avg_complexity, 3),
    coalesce(avg_character_development, 3),
    coalesce(avg_plot_quality, 3),
    coalesce(avg_prose_style, 3),
    coalesce(avg_originality, 3)
  ]::public.vector(7) as fingerprint_vector
from
  (
    select
      book_id,
      avg(pace)::double precision as avg_pace,
      avg(emotional_impact)::double precision as avg_emotional_impact,
      avg(complexity)::double precision as avg_complexity,
      avg(character_development)::double precision as avg_character_development,
      avg(plot_quality)::double precision as avg_plot_quality,
      avg(prose_style)::double precision as avg_prose_style,
      avg(originality)::double precision as avg_originality,
      count(*)::integer as total_ratings
    from
      shelf.multi_dimensional_ratings
    group by
      book_id
  ) as averages;

comment on view shelf.calculated_fingerprints is 'What the fingerprint of each rated book is by its ratings of this moment';
comment on column shelf.calculated_fingerprints.book_id is 'The book';
comment on column shelf.calculated_fingerprints.avg_pace is 'Average pace over the ratings that have one';
comment on column shelf.calculated_fingerprints.avg_emotional_impact is 'Average emotional impact over the ratings that have one';
comment on column shelf.calculated_fingerprints.avg_complexity is 'Average complexity over the ratings that have one';
comment on column shelf.calculated_fingerprints.avg_character_development is 'Average character development over the ratings that have one';
comment on column shelf.calculated_fingerprints.avg_plot_quality is 'Average plot quality over the ratings that have one';
comment on column shelf.calculated_fingerprints.avg_prose_style is 'Average prose style over the ratings that have one';
comment on column shelf.calculated_fingerprints.avg_originality is 'Average originality over the ratings that have one';
comment on column shelf.calculated_fingerprints.star_equivalent is 'Mean of the averages that are present; null when none is';
comment on column shelf.calculated_fingerprints.total_ratings is 'Number of ratings of the book, complete or not';
comment on column shelf.calculated_fingerprints.fingerprint_vector is 'The seven averages as a vector, 3.0 where one is missing';

--! Included recalculate_fingerprints.sql
create or replace function shelf.recalculate_fingerprints(book_ids integer[])
  returns setof integer
  language plpgsql
  set search_path = ''
as $$
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
$$;
--! EndIncluded recalculate_fingerprints.sql

comment on function shelf.recalculate_fingerprints(integer[]) is 'Brings the fingerprints of books in line with their ratings, and gives the books whose fingerprint it has written or deleted. What is rated while it runs is marked and left for the next time.';

--! Included mark_stale_fingerprints.sql
create or replace function shelf.mark_stale_fingerprints()
  returns trigger
  language plpgsql
  -- Whoever may rate may mark.
  security definer
  set search_path = ''
as $$
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
$$;
--! EndIncluded mark_stale_fingerprints.sql

comment on function shelf.mark_stale_fingerprints() is 'Marks the books whose ratings a statement has changed';

create trigger mark_stale_fingerprints_of_inserted
  after insert on shelf.multi_dimensional_ratings
  referencing new table as new_ratings
  for each statement
  execute function shelf.mark_stale_fingerprints();

create trigger mark_stale_fingerprints_of_updated
  after update on shelf.multi_dimensional_ratings
  referencing old table as old_ratings new table as new_ratings
  for each statement
  execute function shelf.mark_stale_fingerprints();

create trigger mark_stale_fingerprints_of_deleted
  after delete on shelf.multi_dimensional_ratings
  referencing old table as old_ratings
  for each statement
  execute function shelf.mark_stale_fingerprints();

create trigger mark_stale_fingerprints_of_truncated
  after truncate on shelf.multi_dimensional_ratings
  for each statement
  execute function shelf.mark_stale_fingerprints();
