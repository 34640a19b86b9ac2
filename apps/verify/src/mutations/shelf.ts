import type { Mutation } from './mutation.ts';

export const shelf: readonly Mutation[] = [
  {
    name: 'the index on titles is dropped',
    sql: 'drop index shelf.ix_books_title',
    caught: ['shelf/indexes: books are found by title', 'shelf/indexes: these indexes and no others'],
  },
  {
    name: 'the index on descriptions measures by another distance',
    sql: `
      drop index shelf.idx_book_embedding;
      create index idx_book_embedding on shelf.books using hnsw (description_embedding public.vector_l2_ops)
    `,
    caught: ['shelf/indexes: these indexes and no others', 'shelf/vectors: the books of the nearest descriptions are found'],
  },
  {
    name: 'the index on fingerprints is of another method',
    sql: `
      drop index shelf.idx_fingerprint_vector;
      create index idx_fingerprint_vector on shelf.book_fingerprints using ivfflat (fingerprint_vector public.vector_l2_ops) with (lists = 1)
    `,
    caught: ['shelf/indexes: these indexes and no others'],
  },
  {
    name: 'the index on usernames is not unique',
    sql: `
      drop index shelf.ix_users_username;
      create index ix_users_username on shelf.users (username)
    `,
    caught: ['shelf/constraints: no two rows of users share username', 'shelf/indexes: these indexes and no others'],
  },
  {
    name: 'an index has another name',
    sql: 'alter index shelf.ix_reviews_book_id rename to idx_reviews_book',
    caught: ['shelf/indexes: the reviews of a book are found', 'shelf/indexes: these indexes and no others'],
  },
  {
    name: 'an index that nobody asked for',
    sql: 'create index ix_books_publication_date on shelf.books (publication_date)',
    caught: ['shelf/indexes: these indexes and no others'],
  },
  {
    name: 'a column is dropped',
    sql: 'alter table shelf.books drop column buy_link',
    caught: ['shelf/columns: the columns of shelf.books'],
  },
  {
    name: 'a column has another name',
    sql: 'alter table shelf.books rename column page_count to pages',
    caught: ['shelf/columns: the columns of shelf.books'],
  },
  {
    name: 'a column that nobody asked for',
    sql: 'alter table shelf.reviews add column stars integer',
    caught: ['shelf/columns: the columns of shelf.reviews', 'shelf/comments: no column is without a comment'],
  },
  {
    name: 'a longer isbn fits',
    sql: 'alter table shelf.books alter column isbn type varchar(20)',
    caught: ['shelf/columns: the columns of shelf.books'],
  },
  {
    name: 'a long username fits no more',
    sql: 'alter table shelf.users alter column username type varchar(40)',
    caught: ['shelf/columns: the columns of shelf.users'],
  },
  {
    name: 'warnings of any length',
    sql: 'alter table shelf.content_ratings alter column other_tags type text[]',
    caught: ['shelf/arrays: a warning has a hundred characters at most', 'shelf/columns: the columns of shelf.content_ratings'],
  },
  {
    name: 'external ratings are single precision',
    sql: 'alter table shelf.books alter column external_rating type real',
    caught: ['shelf/columns: the columns of shelf.books'],
  },
  {
    name: 'a review may be without text',
    sql: 'alter table shelf.reviews alter column review_text drop not null',
    caught: ['shelf/columns: the columns of shelf.reviews', 'shelf/nulls: a value is demanded where there must be one'],
  },
  {
    name: 'a fingerprint must have a star equivalent',
    sql: 'alter table shelf.book_fingerprints alter column star_equivalent set not null',
    caught: [
      'shelf/columns: the columns of shelf.book_fingerprints',
      'shelf/constraints: no two rows of book_fingerprints share book_id',
      'shelf/fingerprints: a truncate of the ratings marks each fingerprint',
      'shelf/indexes: the fingerprint of a book is found',
      'shelf/nulls: a value is demanded where there must be one',
      'shelf/references: book_fingerprints go with their row of books',
      'shelf/references: book_fingerprints.book_id names a row of books',
      'shelf/vectors: the books of the nearest fingerprints are found',
    ],
  },
  {
    name: 'a new reader is an admin',
    sql: "alter table shelf.users alter column role set default 'admin'",
    caught: ['shelf/columns: the columns of shelf.users'],
  },
  {
    name: 'a review does not know when it was written',
    sql: 'alter table shelf.reviews alter column created_at drop default',
    caught: [
      'shelf/columns: the columns of shelf.reviews',
      'shelf/constraints: no two rows of reviews share id',
      'shelf/constraints: no two rows of reviews share user_id and book_id',
      'shelf/indexes: a review is found by id',
      'shelf/indexes: the reviews of a book are found',
      'shelf/indexes: the reviews of a reader are found',
      'shelf/references: reviews go with their row of books',
      'shelf/references: reviews go with their row of users',
      'shelf/references: reviews.book_id names a row of books',
      'shelf/references: reviews.user_id names a row of users',
    ],
  },
  {
    name: 'a genre gets no id',
    sql: 'alter table shelf.genres alter column id drop default',
    caught: ['shelf/columns: the columns of shelf.genres'],
  },
  {
    name: 'marks may be given by hand',
    sql: 'alter table shelf.stale_fingerprints alter column mark set generated by default',
    caught: ['shelf/columns: the columns of shelf.stale_fingerprints', 'shelf/fingerprints: a mark gets its number from the server alone'],
  },
  {
    name: 'a sequence counts in twos',
    sql: 'alter sequence shelf.users_id_seq increment by 2',
    caught: ['shelf/schema: ids count up by one as far as their type goes, in a sequence of their own'],
  },
  {
    name: 'a sequence belongs to no column',
    sql: 'alter sequence shelf.reviews_id_seq owned by none',
    caught: ['shelf/schema: ids count up by one as far as their type goes, in a sequence of their own'],
  },
  {
    name: 'any number of stars',
    sql: 'alter table shelf.user_books drop constraint user_books_rating_check',
    caught: [
      'shelf/constraints: 0 stars are refused',
      'shelf/constraints: 6 stars are refused',
      'shelf/constraints: these constraints and no others',
    ],
  },
  {
    name: 'stars are checked in new rows only',
    sql: `
      alter table shelf.user_books drop constraint user_books_rating_check;
      alter table shelf.user_books add constraint user_books_rating_check check (rating between 1 and 5) not valid
    `,
    caught: ['shelf/constraints: these constraints and no others'],
  },
  {
    name: 'pace goes up to ten',
    sql: `
      alter table shelf.multi_dimensional_ratings drop constraint check_pace;
      alter table shelf.multi_dimensional_ratings add constraint check_pace check (pace between 1 and 10)
    `,
    caught: ['shelf/constraints: a rating of 6 for pace is refused', 'shelf/constraints: these constraints and no others'],
  },
  {
    name: 'originality is two at least',
    sql: `
      alter table shelf.multi_dimensional_ratings drop constraint check_originality;
      alter table shelf.multi_dimensional_ratings add constraint check_originality check (originality between 2 and 5) not valid
    `,
    caught: [
      'shelf/constraints: ratings from 1 to 5, or none, are accepted for originality',
      'shelf/constraints: these constraints and no others',
    ],
  },
  {
    name: 'a reader rates a book twice',
    sql: 'alter table shelf.multi_dimensional_ratings drop constraint uq_user_book_rating',
    caught: [
      'shelf/constraints: no two rows of multi_dimensional_ratings share user_id and book_id',
      'shelf/constraints: these constraints and no others',
      'shelf/indexes: the ratings of a reader are found',
      'shelf/indexes: these indexes and no others',
    ],
  },
  {
    name: 'a table has no primary key',
    sql: 'alter table shelf.related_books drop constraint related_books_pkey',
    caught: [
      'shelf/constraints: no two rows of related_books share book_id and related_book_id',
      'shelf/constraints: these constraints and no others',
      'shelf/indexes: the books that a book is linked to are found',
      'shelf/indexes: these indexes and no others',
    ],
  },
  {
    name: 'a review of no book',
    sql: 'alter table shelf.reviews drop constraint reviews_book_id_fkey',
    caught: [
      'shelf/constraints: these constraints and no others',
      'shelf/references: reviews go with their row of books',
      'shelf/references: reviews.book_id names a row of books',
    ],
  },
  {
    name: 'reading sessions go with their book',
    sql: `
      alter table shelf.reading_sessions drop constraint reading_sessions_book_id_fkey;
      alter table shelf.reading_sessions add constraint reading_sessions_book_id_fkey foreign key (book_id) references shelf.books (id) on delete cascade
    `,
    caught: ['shelf/constraints: these constraints and no others', 'shelf/references: reading_sessions outlive their row of books'],
  },
  {
    name: 'a genre with books cannot go',
    sql: `
      alter table shelf.book_genres drop constraint book_genres_genre_id_fkey;
      alter table shelf.book_genres add constraint book_genres_genre_id_fkey foreign key (genre_id) references shelf.genres (id)
    `,
    caught: ['shelf/constraints: these constraints and no others', 'shelf/references: book_genres go with their row of genres'],
  },
  {
    name: 'a foreign key follows updates',
    sql: `
      alter table shelf.content_ratings drop constraint content_ratings_user_id_fkey;
      alter table shelf.content_ratings add constraint content_ratings_user_id_fkey foreign key (user_id) references shelf.users (id) on update cascade on delete cascade
    `,
    caught: ['shelf/constraints: these constraints and no others'],
  },
  {
    name: 'changed ratings leave no mark',
    sql: 'alter table shelf.multi_dimensional_ratings disable trigger mark_stale_fingerprints_of_updated',
    caught: ['shelf/fingerprints: each statement that changes ratings marks their books', 'shelf/schema: these triggers and no others'],
  },
  {
    name: 'a truncate leaves no mark',
    sql: 'drop trigger mark_stale_fingerprints_of_truncated on shelf.multi_dimensional_ratings',
    caught: ['shelf/fingerprints: a truncate of the ratings marks each fingerprint', 'shelf/schema: these triggers and no others'],
  },
  {
    name: 'who rates must be allowed to mark',
    sql: 'alter function shelf.mark_stale_fingerprints() security invoker',
    caught: ['shelf/schema: these functions and no others'],
  },
  {
    name: 'a function looks for names in the search path',
    sql: 'alter function shelf.recalculate_fingerprints(integer[]) reset search_path',
    caught: ['shelf/schema: these functions and no others'],
  },
  {
    name: 'a recalculation does nothing',
    sql: `
      create or replace function shelf.recalculate_fingerprints(book_ids integer[])
        returns setof integer
        language plpgsql
        set search_path = ''
      as $$
      begin
        return;
      end;
      $$
    `,
    caught: [
      'shelf/fingerprints: a book whose ratings are gone loses its fingerprint',
      'shelf/fingerprints: a recalculation writes what the ratings say, and takes the marks away',
      'shelf/fingerprints: a second recalculation writes over the first',
    ],
  },
  {
    name: 'a missing dimension counts as nought',
    sql: `
      do $$
      begin
        execute 'create or replace view shelf.calculated_fingerprints as '
          || replace(pg_get_viewdef('shelf.calculated_fingerprints'::regclass), '(3)::double precision', '(0)::double precision');
      end;
      $$
    `,
    caught: [
      'shelf/fingerprints: a fingerprint averages what was rated',
      'shelf/fingerprints: a recalculation writes what the ratings say, and takes the marks away',
      'shelf/fingerprints: fingerprints equal a recalculation from the ratings',
    ],
  },
  {
    name: 'the view is gone',
    sql: 'drop view shelf.calculated_fingerprints',
    caught: [
      'shelf/columns: the columns of shelf.calculated_fingerprints',
      'shelf/descriptions: what is said of shelf.calculated_fingerprints',
      'shelf/fingerprints: a book of empty ratings has no star equivalent',
      'shelf/fingerprints: a book whose ratings are gone loses its fingerprint',
      'shelf/fingerprints: a fingerprint averages what was rated',
      'shelf/fingerprints: a recalculation writes what the ratings say, and takes the marks away',
      'shelf/fingerprints: a second recalculation writes over the first',
      'shelf/fingerprints: fingerprints equal a recalculation from the ratings',
      'shelf/schema: these tables and views and no others',
    ],
  },
  {
    name: 'a table loses its comment',
    sql: 'comment on table shelf.books is null',
    caught: ['shelf/comments: each table and view has a comment'],
  },
  {
    name: 'a column loses its comment',
    sql: 'comment on column shelf.user_books.rating is null',
    caught: ['shelf/comments: no column is without a comment'],
  },
  {
    name: 'a column of the view loses its comment',
    sql: 'comment on column shelf.calculated_fingerprints.star_equivalent is null',
    caught: ['shelf/comments: no column is without a comment'],
  },
  {
    name: 'a table is not crash-safe',
    sql: 'alter table shelf.related_books set unlogged',
    caught: ['shelf/schema: these tables and views and no others'],
  },
  {
    name: 'a table that nobody asked for',
    sql: "create table shelf.wishes (id integer primary key); comment on table shelf.wishes is 'Wishes'; comment on column shelf.wishes.id is 'Primary key'",
    caught: [
      'shelf/constraints: these constraints and no others',
      'shelf/indexes: these indexes and no others',
      'shelf/schema: these tables and views and no others',
    ],
  },
  {
    name: 'a column is described in other words',
    sql: "comment on column shelf.books.title is 'What it is called'",
    caught: ['shelf/descriptions: what is said of shelf.books'],
  },
];
