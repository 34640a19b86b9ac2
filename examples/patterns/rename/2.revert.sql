alter table library.books rename to books_by_new_name;

create view library.books as
select id, title, author_id, pages, blurb as summary, updated_at, blurb from library.books_by_new_name;
