--! Previous: sha1:41e13a4bc7be2144d4ff4872a051dde73d388e75
--! Hash: sha1:277f9fde632d79bc9d1291fcff70b343198bd763
--! Message: Add book_quality field for narrator matching to mam.books

alter table mam.books add column book_quality numeric(4, 3);

alter table mam.books
  add constraint books_book_quality_check check (book_quality between 0 and 1) not valid;

comment on column mam.books.book_quality is
  'How good the recording is for narrator matching, from 0 to 1; null until it is measured';
