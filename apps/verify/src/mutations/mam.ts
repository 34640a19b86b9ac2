import type { Mutation } from './mutation.ts';

export const mam: readonly Mutation[] = [
  {
    name: 'titles are short again',
    sql: 'alter table mam.books alter column title type varchar(255)',
    caught: ['mam/columns: the columns of mam.books', 'mam/series: a title of 512 characters is accepted'],
  },
  {
    name: 'a series of several authors twice',
    sql: `
      alter table mam.series drop constraint series_name_author_id_key;
      alter table mam.series add constraint series_name_author_id_key unique (name, author_id)
    `,
    caught: [
      'mam/constraints: no two series without an author share a name',
      'mam/constraints: these constraints and no others',
      'mam/indexes: these indexes and no others',
    ],
  },
  {
    name: 'a book of any status',
    sql: 'alter table mam.books drop constraint books_status_check',
    caught: ['mam/constraints: books.status refuses another word', 'mam/constraints: these constraints and no others'],
  },
  {
    name: 'qualities have two decimals',
    sql: 'alter table mam.books alter column book_quality type numeric(4, 2)',
    caught: [
      'mam/columns: the columns of mam.books',
      'mam/constraints: a quality above 1 is refused',
      'mam/constraints: a quality below 0 is refused',
    ],
  },
  {
    name: 'the quality was never validated',
    sql: `
      alter table mam.books drop constraint books_book_quality_check;
      alter table mam.books add constraint books_book_quality_check check (book_quality between 0 and 1) not valid
    `,
    caught: ['mam/constraints: these constraints and no others'],
  },
  {
    name: 'more than complete',
    sql: `
      alter table mam.series drop constraint series_completion_pct_check;
      alter table mam.series add constraint series_completion_pct_check check (completion_pct between 0 and 200)
    `,
    caught: ['mam/constraints: completion above 100 % is refused', 'mam/constraints: these constraints and no others'],
  },
  {
    name: 'a new series is partial',
    sql: "alter table mam.series alter column completion_status set default 'partial'",
    caught: ['mam/columns: the columns of mam.series'],
  },
  {
    name: 'an empty series',
    sql: `
      alter table mam.series drop constraint series_total_books_check;
      alter table mam.series add constraint series_total_books_check check (total_books >= 0)
    `,
    caught: ['mam/constraints: a series of no book is refused', 'mam/constraints: these constraints and no others'],
  },
  {
    name: 'the index on metadata answers containment only',
    sql: `
      drop index mam.idx_books_metadata_gin;
      create index idx_books_metadata_gin on mam.books using gin (metadata jsonb_path_ops)
    `,
    caught: ['mam/indexes: these indexes and no others'],
  },
  {
    name: 'the index on metadata is dropped',
    sql: 'drop index mam.idx_books_metadata_gin',
    caught: ['mam/indexes: books are found by what their metadata contains', 'mam/indexes: these indexes and no others'],
  },
  {
    name: 'the index on retries holds everything',
    sql: `
      drop index mam.ix_downloads_retry;
      create index ix_downloads_retry on mam.downloads (next_retry_at)
    `,
    caught: ['mam/indexes: these indexes and no others'],
  },
  {
    name: 'the index on statuses covers the size',
    sql: `
      drop index mam.ix_downloads_status;
      create index ix_downloads_status on mam.downloads (status) include (size_bytes)
    `,
    caught: ['mam/indexes: these indexes and no others'],
  },
  {
    name: 'metadata is a list by default',
    sql: "alter table mam.books alter column metadata set default '[]'",
    caught: ['mam/columns: the columns of mam.books', 'mam/metadata: a book without metadata has an empty object'],
  },
  {
    name: 'a torrent twice',
    sql: 'alter table mam.downloads drop constraint downloads_info_hash_key',
    caught: [
      'mam/constraints: no two rows of downloads share info_hash',
      'mam/constraints: these constraints and no others',
      'mam/indexes: a download is found by info hash',
      'mam/indexes: these indexes and no others',
    ],
  },
  {
    name: 'a book with downloads cannot go',
    sql: `
      alter table mam.downloads drop constraint downloads_book_id_fkey;
      alter table mam.downloads add constraint downloads_book_id_fkey foreign key (book_id) references mam.books (id)
    `,
    caught: ['mam/constraints: these constraints and no others', 'mam/references: downloads go with their row of books'],
  },
  {
    name: 'gaps go with the book that closed them',
    sql: `
      alter table mam.missing_books drop constraint missing_books_resolved_book_id_fkey;
      alter table mam.missing_books add constraint missing_books_resolved_book_id_fkey foreign key (resolved_book_id) references mam.books (id) on delete cascade
    `,
    caught: ['mam/constraints: these constraints and no others', 'mam/references: missing_books outlive their row of books'],
  },
  {
    name: 'an author has no place',
    sql: 'alter table mam.book_authors alter column position drop default',
    caught: [
      'mam/columns: the columns of mam.book_authors',
      'mam/constraints: no two rows of book_authors share book_id and author_id',
      'mam/indexes: the authors of a book are found',
      'mam/indexes: the books of an author are found',
      'mam/references: book_authors go with their row of authors',
      'mam/references: book_authors go with their row of books',
      'mam/references: book_authors.author_id names a row of authors',
      'mam/references: book_authors.book_id names a row of books',
    ],
  },
  {
    name: 'a narrator twice',
    sql: 'alter table mam.narrators drop constraint narrators_name_key',
    caught: [
      'mam/constraints: no two rows of narrators share name',
      'mam/constraints: these constraints and no others',
      'mam/indexes: a narrator is found by name',
      'mam/indexes: these indexes and no others',
    ],
  },
  {
    name: 'the index on names hashes',
    sql: `
      drop index mam.ix_narrators_normalized_name;
      create index ix_narrators_normalized_name on mam.narrators using hash (normalized_name)
    `,
    caught: ['mam/indexes: these indexes and no others'],
  },
  {
    name: 'sizes are decimals',
    sql: 'alter table mam.downloads alter column size_bytes type numeric',
    caught: ['mam/columns: the columns of mam.downloads'],
  },
  {
    name: 'more than certain',
    sql: 'alter table mam.book_narrators drop constraint book_narrators_confidence_check',
    caught: [
      'mam/constraints: a confidence above 1 is refused',
      'mam/constraints: a confidence below 0 is refused',
      'mam/constraints: these constraints and no others',
    ],
  },
  {
    name: 'a gap at no place',
    sql: 'alter table mam.missing_books alter column series_position drop not null',
    caught: ['mam/columns: the columns of mam.missing_books', 'mam/nulls: a value is demanded where there must be one'],
  },
  {
    name: 'positions have no decimals',
    sql: 'alter table mam.missing_books alter column series_position type numeric(6, 0)',
    caught: ['mam/columns: the columns of mam.missing_books', 'mam/series: a gap between two books is kept'],
  },
  {
    name: 'a table is gone',
    sql: 'drop table mam.missing_books',
    caught: [
      'mam/columns: the columns of mam.missing_books',
      'mam/constraints: no two rows of missing_books share id',
      'mam/constraints: no two rows of missing_books share series_id and series_position',
      'mam/constraints: these constraints and no others',
      'mam/descriptions: what is said of mam.missing_books',
      'mam/indexes: a gap is found by id',
      'mam/indexes: the gap at a place of a series is found',
      'mam/indexes: the gaps that a book has closed are found',
      'mam/indexes: these indexes and no others',
      'mam/references: missing_books go with their row of series',
      'mam/references: missing_books outlive their row of books',
      'mam/references: missing_books.resolved_book_id names a row of books',
      'mam/references: missing_books.series_id names a row of series',
      'mam/schema: these tables and no others',
      'mam/series: a gap between two books is kept',
    ],
  },
  {
    name: 'a column loses its comment',
    sql: 'comment on column mam.series.checked_at is null',
    caught: ['mam/comments: no column is without a comment'],
  },
  {
    name: 'an identity instead of a sequence',
    sql: `
      alter table mam.authors alter column id drop default;
      drop sequence mam.authors_id_seq;
      alter table mam.authors alter column id add generated by default as identity
    `,
    caught: ['mam/columns: the columns of mam.authors'],
  },
  {
    name: 'the schema is described in other words',
    sql: "comment on schema mam is 'Audiobooks'",
    caught: ['mam/descriptions: what is said of the schema'],
  },
];
