--! Reverts: sha1:d7248b1cccef56ab91ab7286b302cf66dae057f2
--! Hash: sha1:447ed078b3421bbb8f8fc85b4f3b73b27585f9c6

drop table mam.missing_books;
