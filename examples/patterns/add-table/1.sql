create table library.loans (
  id bigint generated always as identity primary key,
  book_id bigint not null references library.books (id) on delete cascade,
  borrowed_at timestamptz not null default now(),
  due_on date not null,
  returned_at timestamptz,
  constraint loans_returned_at_check check (returned_at >= borrowed_at)
);

create index ix_loans_book_id on library.loans (book_id);

comment on table library.loans is 'Who has which book until when';
comment on column library.loans.due_on is 'The day on which the book has to be back';
comment on column library.loans.returned_at is 'When the book came back; null while it is out';
