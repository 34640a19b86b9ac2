--! Reverts: sha1:338daf65dd8518637601426be6a874c7792b8176
--! Hash: sha1:30a733d19c7f0b1ffa7b4a425c1a6e480e2af1db

--! no-transaction
drop index concurrently shelf.idx_book_embedding;
