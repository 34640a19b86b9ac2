--! Reverts: sha1:e3dbc7cf93388bdaaa66e5273c0062f0c66d4b53
--! Hash: sha1:4a5f5c9641c8a1874c16b51bc8a5df0cd89587c5

alter table mam.books
  drop constraint books_book_quality_check,
  add constraint books_book_quality_check check (book_quality between 0 and 1) not valid;
