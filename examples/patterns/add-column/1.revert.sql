alter table library.books drop column language;
