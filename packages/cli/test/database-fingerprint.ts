import type { Client } from '@godwit/postgres';

/** A digest of all that a database holds outside the system's schemas: relations, functions, and every row. */
export async function databaseFingerprint(client: Client): Promise<string> {
  const { rows } = await client.query<{ digest: string | null }>(`
    select md5(string_agg(line, E'\\n' order by line)) as digest
    from (
      select format('%s %s %s', class.oid, class.relname, class.relkind) as line
      from pg_class as class
      where class.relnamespace not in (select oid from pg_namespace where nspname like 'pg_%' or nspname = 'information_schema')
      union all
      select format('%s %s', routine.oid, routine.proname)
      from pg_proc as routine
      where routine.pronamespace not in (select oid from pg_namespace where nspname like 'pg_%' or nspname = 'information_schema')
      union all
      select nspname::text from pg_namespace where nspname not like 'pg_%'
      union all
      select xmlserialize(content query_to_xml(format('select * from %I.%I', schemaname, tablename), true, true, '') as text)
      from pg_tables
      where schemaname not like 'pg_%' and schemaname <> 'information_schema'
    ) as lines`);
  return rows[0]?.digest ?? 'empty';
}
