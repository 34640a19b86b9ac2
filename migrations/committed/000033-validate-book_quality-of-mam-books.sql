--! Previous: sha1:9530b6b81f7ccea9697f2a5e911dfae4fadce8ab
--! Hash: sha1:e3dbc7cf93388bdaaa66e5273c0062f0c66d4b53
--! Message: Validate book_quality of mam.books

alter table mam.books validate constraint books_book_quality_check;
