-- The extension stays: it is a prerequisite.
alter table library.books drop column embedding;
