-- Who may do what, one line a role and grantor: `app=INSERT, SELECT*` (a star is WITH GRANT OPTION), `app=SELECT/boss` when the grantor
-- is not the owner. The owner is written OWNER, so that a change of owner is not a change of every grant. A null list is the default that
-- the server uses for it. ALL is every privilege there is. MAINTAIN, new in PostgreSQL 17 and there a part of ALL, is told only of roles
-- that hold none of TRUNCATE, REFERENCES and TRIGGER: with one of these it came from ALL, which gave no MAINTAIN before.
with lists as (
  select 'pg_namespace' as catalog, n.oid, 0 as sub, n.nspowner as owner, 'n' as type, n.nspacl as list
  from pg_namespace n where n.oid = any ($1::oid[])
  union all
  select 'pg_class', c.oid, 0, c.relowner, case c.relkind when 'S' then 's' else 'r' end, c.relacl
  from pg_class c where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S') and c.relnamespace = any ($1::oid[])
  union all
  select 'pg_class', c.oid, a.attnum, c.relowner, 'c', a.attacl
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where a.attacl is not null and not a.attisdropped and c.relnamespace = any ($1::oid[])
  union all
  select 'pg_proc', p.oid, 0, p.proowner, 'f', p.proacl
  from pg_proc p where p.pronamespace = any ($1::oid[])
  union all
  select 'pg_type', t.oid, 0, t.typowner, 'T', t.typacl
  from pg_type t
  left join pg_class c on c.oid = t.typrelid
  where t.typnamespace = any ($1::oid[]) and t.typelem = 0 and (c.oid is null or c.relkind = 'c') and t.typtype <> 'm'
  union all
  select 'pg_foreign_data_wrapper', w.oid, 0, w.fdwowner, 'F', w.fdwacl from pg_foreign_data_wrapper w
  union all
  select 'pg_foreign_server', s.oid, 0, s.srvowner, 'S', s.srvacl from pg_foreign_server s
  union all
  select 'pg_default_acl', d.oid, 0, d.defaclrole, case d.defaclobjtype when 'S' then 's' when 'r' then 'r' else d.defaclobjtype::text end, d.defaclacl
  from pg_default_acl d where d.defaclnamespace = 0 or d.defaclnamespace = any ($1::oid[])
),
everything as (
  select type, (
    select count(*) from aclexplode(acldefault(type::"char", 10)) a where a.grantee = 10 and a.privilege_type <> 'MAINTAIN'
  ) as privileges
  from (values ('n'), ('r'), ('s'), ('f'), ('T'), ('F'), ('S')) as types (type)
  union all
  select 'c', 4
),
granted as (
  select
    l.catalog, l.oid, l.sub, l.owner, l.type, a.grantee, a.grantor, a.privilege_type as privilege, a.is_grantable,
    bool_or(a.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')) over (partition by l.catalog, l.oid, l.sub, a.grantee, a.grantor)
      as holds_part_of_all
  from lists l
  cross join lateral aclexplode(coalesce(l.list, acldefault(l.type::"char", l.owner))) a
),
held as (
  select
    catalog, oid, sub, owner, type, grantee, grantor,
    count(*) as privileges,
    count(*) filter (where is_grantable) as grantable,
    string_agg(privilege || case when is_grantable then '*' else '' end, ', ' order by privilege collate "C") as words
  from granted
  where privilege <> 'MAINTAIN' or not holds_part_of_all
  group by catalog, oid, sub, owner, type, grantee, grantor
)
select
  format('%s/%s/%s', h.catalog, h.oid, h.sub) as key,
  array_agg(concat(
    case h.grantee when 0 then 'PUBLIC' when h.owner then 'OWNER' else quote_ident(pg_get_userbyid(h.grantee)) end,
    '=',
    case when h.privileges <> e.privileges or e.privileges = 1 then h.words when h.grantable = h.privileges then 'ALL*' when h.grantable = 0 then 'ALL' else h.words end,
    case when h.grantor <> h.owner then '/' || quote_ident(pg_get_userbyid(h.grantor)) end
  )) as grants
from held h
join everything e on e.type = h.type
group by h.catalog, h.oid, h.sub
