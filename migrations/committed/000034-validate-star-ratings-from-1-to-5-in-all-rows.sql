--! Previous: sha1:e3dbc7cf93388bdaaa66e5273c0062f0c66d4b53
--! Hash: sha1:4c6c8a069b75a080fad8912460917dbe9f049832
--! Message: Validate star ratings from 1 to 5 in all rows

alter table shelf.user_books validate constraint user_books_rating_check;
