--! Reverts: sha1:52a937c05c4f01056f4b39cd9c1d4314f2a2e665
--! Hash: sha1:66babc55d6cc7560c0280e772158f7fdc4f83054

alter table shelf.user_books drop constraint user_books_rating_check;
