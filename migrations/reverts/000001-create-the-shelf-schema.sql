--! Reverts: sha1:7546033cb4e6db0a138e0308aa3f066f42a5291b
--! Hash: sha1:6427893310ad65c72ac7b638ee76ed36fafa3e2d

drop table shelf.reviews;
drop table shelf.user_books;
drop table shelf.book_genres;
drop table shelf.genres;
drop table shelf.books;
drop table shelf.users;
drop schema shelf;
