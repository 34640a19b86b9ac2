--! Previous: sha1:a5247d0315b9ae8b44a90f88fc519ad802fc142a
--! Hash: sha1:52a937c05c4f01056f4b39cd9c1d4314f2a2e665
--! Message: Require star ratings from 1 to 5 in new rows

alter table shelf.user_books
  add constraint user_books_rating_check check (rating between 1 and 5) not valid;
