--! Reverts: sha1:ed75edff640030bf1c888e0a6a3e591128880478
--! Hash: sha1:bf72aa68d8524e6459acc88b9971012e32d4afa3

drop table mam.book_authors;
drop table mam.books;
drop table mam.series;
drop table mam.authors;
drop schema mam;
