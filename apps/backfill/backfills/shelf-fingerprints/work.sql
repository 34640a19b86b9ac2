/* @name Work */
select from shelf.recalculate_fingerprints(array(select id from shelf.books where id between :from! and :to!));
