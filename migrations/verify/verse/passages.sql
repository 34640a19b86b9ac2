-- Passages are longer than an entry of a btree may be, which is why their hash is unique and not their text.

--! Check: an insight into a long passage is kept
--! From: 000002-create-the-verse-schema-with-pgvector
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
select -1, 'Checked 1', string_agg(md5(n::text), ' ' order by n), '', '', '' from generate_series(1, 1000) as n;
select 32999 as expected, length(passage_text) as found from verse.saved_insights where id = -1;

--! Check: the definition of a word in a long passage is kept
--! From: 000002-create-the-verse-schema-with-pgvector
insert into verse.saved_definitions (id, word, passage_reference, verse_text, definition, biblical_usage, original_language)
select -1, 'checked', 'Checked 1', string_agg(md5(n::text), ' ' order by n), '', '', '' from generate_series(1, 1000) as n;
select 32999 as expected, length(verse_text) as found from verse.saved_definitions where id = -1;

--! Check: another text of the same reference has an insight of its own
--! From: 000002-create-the-verse-schema-with-pgvector
insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
values (-1, 'Checked 1', 'In the beginning', '', '', ''), (-2, 'Checked 1', 'At the beginning', '', '', '');
select 2 as expected, count(*) as found from verse.saved_insights where passage_reference = 'Checked 1';
