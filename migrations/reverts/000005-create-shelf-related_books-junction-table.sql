--! Reverts: sha1:8db9b9958ea3b14ed776968efb74bb4bd5dabc95
--! Hash: sha1:5cb51da6a0f181851faa08482fb82b0e9fdf2a38

drop table shelf.related_books;
