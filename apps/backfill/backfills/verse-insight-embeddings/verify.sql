/* @name Verify */
select id, 'an embedding' as expected, null as actual from verse.saved_insights where id between :from! and :to! and embedding is null;
