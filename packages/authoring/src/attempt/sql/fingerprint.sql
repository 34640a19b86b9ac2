-- Changes whenever somebody changes the schema: each such change writes a row of the system catalog anew. Vacuum and statistics do not.
select concat_ws('/',
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_namespace),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_class where oid >= 16384),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_attribute where attrelid >= 16384),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_attrdef),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_constraint where oid >= 16384),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_index where indexrelid >= 16384),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_proc where oid >= 16384),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_type where oid >= 16384),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_enum),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_trigger),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_policy),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_rewrite where oid >= 16384),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_statistic_ext),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_description where objoid >= 16384),
  (select concat_ws(',', count(*), sum(xmin::text::bigint)) from pg_catalog.pg_extension)
) as fingerprint
