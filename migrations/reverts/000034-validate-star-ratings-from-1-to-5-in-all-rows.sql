--! Reverts: sha1:4c6c8a069b75a080fad8912460917dbe9f049832
--! Hash: sha1:cbebf24a049b62fb03f871bff94e8c4c0a17d09c

alter table shelf.user_books
  drop constraint user_books_rating_check,
  add constraint user_books_rating_check check (rating between 1 and 5) not valid;
