-- Triggers and rules of a table by which a change of its rows may change others. $1: its oid, $2: INSERT, UPDATE, DELETE or TRUNCATE, $3: the
-- columns that UPDATE sets. A trigger whose function has nothing but what looks at the row at hand, as one that sets updated_at, is harmless.
select 'trigger' as kind, trigger.tgname as name
from pg_catalog.pg_trigger as trigger
join pg_catalog.pg_proc as proc on proc.oid = trigger.tgfoid
join pg_catalog.pg_language as language on language.oid = proc.prolang
where trigger.tgrelid = $1::oid
  and not trigger.tgisinternal
  and trigger.tgenabled in ('O', 'A')
  and trigger.tgtype & (case $2 when 'INSERT' then 4 when 'DELETE' then 8 when 'UPDATE' then 16 else 32 end) <> 0
  and (
    $2 <> 'UPDATE'
    or trigger.tgattr = ''
    or exists (
      select from pg_catalog.pg_attribute as attribute
      where attribute.attrelid = trigger.tgrelid and attribute.attnum = any (trigger.tgattr::int2[]) and attribute.attname = any ($3::text[])
    )
  )
  and case
    when language.lanname in ('internal', 'c') then proc.proname = 'lo_manage'
    else pg_catalog.regexp_replace(proc.prosrc, $regexp$--[^\n]*|/\*.*?\*/|'[^']*'$regexp$, '', 'g')
      ~* $regexp$\m(insert|update|delete|truncate|merge|execute|call|copy|drop|alter|create|perform(?!\s+(pg_catalog\.)?(pg_notify|set_config)\M))\M$regexp$
  end
union all
select 'rule', rule.rulename
from pg_catalog.pg_rewrite as rule
where rule.ev_class = $1::oid
  and rule.rulename <> '_RETURN'
  and rule.ev_enabled in ('O', 'A')
  and rule.ev_type = case $2 when 'UPDATE' then '2' when 'INSERT' then '3' when 'DELETE' then '4' end
order by 1, 2
