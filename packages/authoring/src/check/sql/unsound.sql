-- What does not work, or not for every row, a line each: whether there is more of it than before is looked at after each revision.
select 'index ' || index.indexrelid::regclass as line
from pg_catalog.pg_index as index
where not (index.indisvalid and index.indisready)
union all
select 'trigger ' || quote_ident(tgname) || ' on ' || tgrelid::regclass
from pg_catalog.pg_trigger
where tgenabled = 'D'
union all
select 'event trigger ' || quote_ident(evtname)
from pg_catalog.pg_event_trigger
where evtenabled = 'D'
union all
select 'rule ' || quote_ident(rulename) || ' on ' || ev_class::regclass
from pg_catalog.pg_rewrite
where ev_enabled = 'D'
union all
select 'constraint ' || quote_ident(conname) || ' on ' || coalesce(nullif(conrelid, 0)::regclass::text, nullif(contypid, 0)::regtype::text)
from pg_catalog.pg_constraint
where not convalidated
order by line
