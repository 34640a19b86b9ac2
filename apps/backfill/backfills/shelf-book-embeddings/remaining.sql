/* @name Remaining */
select id from shelf.books where btrim(description) <> '' and description_embedding is null limit :n!;
