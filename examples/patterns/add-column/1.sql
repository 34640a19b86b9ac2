-- A constant default takes a moment: the rows are not written anew. now() counts as constant, random() and gen_random_uuid() do not.
alter table library.books add column language varchar(8) not null default 'en';

comment on column library.books.language is 'Language of this edition, as in RFC 5646';
