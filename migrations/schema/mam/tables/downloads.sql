-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create table mam.downloads (
  id serial primary key,
  book_id integer not null references mam.books (id) on delete cascade,
  source varchar(20) not null,
  external_id varchar(64),
  info_hash varchar(40) unique,
  release_title varchar(512) not null,
  format varchar(10),
  bitrate_kbps integer,
  size_bytes bigint,
  status varchar(20) not null default 'queued' check (status in ('queued', 'downloading', 'seeding', 'completed', 'failed', 'abandoned')),
  attempts smallint not null default 0,
  next_retry_at timestamptz,
  error_message text,
  created_at timestamptz not null default now(),
  completed_at timestamptz
);

create index ix_downloads_book_id on mam.downloads (book_id);

create index ix_downloads_retry on mam.downloads (next_retry_at) where status::text = 'failed'::text;

create index ix_downloads_status on mam.downloads (status);

comment on table mam.downloads is 'Downloads of books, with every attempt to fetch one';
comment on column mam.downloads.id is 'Primary key';
comment on column mam.downloads.book_id is 'The book that is fetched';
comment on column mam.downloads.source is 'Where the release was found';
comment on column mam.downloads.external_id is 'Identifier of the release at the source';
comment on column mam.downloads.info_hash is 'Info hash of the torrent in hexadecimal, unique';
comment on column mam.downloads.release_title is 'Title of the release at the source';
comment on column mam.downloads.format is 'File format, such as m4b or mp3';
comment on column mam.downloads.bitrate_kbps is 'Bit rate in kbit/s';
comment on column mam.downloads.size_bytes is 'Size in bytes';
comment on column mam.downloads.status is 'queued, downloading, seeding, completed, failed or abandoned';
comment on column mam.downloads.attempts is 'Number of attempts so far';
comment on column mam.downloads.next_retry_at is 'When a failed download is tried again';
comment on column mam.downloads.error_message is 'Why the last attempt failed';
comment on column mam.downloads.created_at is 'When the download was queued';
comment on column mam.downloads.completed_at is 'When the files had arrived';
