alter table library.books
  add constraint books_author_id_fkey foreign key (author_id) references library.authors (id) on delete set null not valid;
