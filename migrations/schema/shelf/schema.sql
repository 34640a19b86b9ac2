-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create schema shelf;

comment on schema shelf is 'The Shelf: readers, books, shelves and reviews';
