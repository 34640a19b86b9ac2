/* @name Remaining */
select id from verse.saved_insights where embedding is null limit :n!;
