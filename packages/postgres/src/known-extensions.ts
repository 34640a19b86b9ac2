/** Where to get an extension that people use; `$` stands for the server's major version. */
export interface KnownExtension {
  /** As in CREATE EXTENSION. */
  readonly name: string;
  /** What people call it, when that is something else. */
  readonly project?: string;
  /** Debian's and Ubuntu's package (the distribution's or apt.postgresql.org). */
  readonly debian: string;
  /** Fedora's and RHEL's (yum.postgresql.org). */
  readonly redHat: string;
  /** Homebrew's formula; missing when there is none. */
  readonly brew?: string;
  readonly docker?: string;
  /** Must be in shared_preload_libraries. */
  readonly preload?: boolean;
}

/** Part of PostgreSQL itself: https://www.postgresql.org/docs/current/contrib.html */
export const CONTRIB: ReadonlySet<string> = new Set(
  (
    'adminpack amcheck autoinc bloom btree_gin btree_gist citext cube dblink dict_int dict_xsyn earthdistance file_fdw fuzzystrmatch hstore ' +
    'insert_username intagg intarray isn lo ltree moddatetime old_snapshot pageinspect pg_buffercache pg_freespacemap pg_prewarm ' +
    'pg_stat_statements pg_surgery pg_trgm pg_visibility pg_walinspect pgcrypto pgrowlocks pgstattuple postgres_fdw refint seg sslinfo ' +
    'tablefunc tcn tsm_system_rows tsm_system_time unaccent uuid-ossp xml2'
  ).split(' '),
);

/** Those that the owner of a database may create without being a superuser: `trusted = true` in their control files. */
export const TRUSTED: ReadonlySet<string> = new Set(
  (
    'btree_gin btree_gist citext cube dict_int fuzzystrmatch hstore intarray isn lo ltree pg_trgm pgcrypto seg tablefunc tcn ' +
    'tsm_system_rows tsm_system_time unaccent uuid-ossp'
  ).split(' '),
);

export const KNOWN_EXTENSIONS: readonly KnownExtension[] = [
  {
    name: 'vector',
    project: 'pgvector',
    debian: 'postgresql-$-pgvector',
    redHat: 'pgvector_$',
    brew: 'pgvector',
    docker: 'pgvector/pgvector:pg$',
  },
  { name: 'postgis', debian: 'postgresql-$-postgis-3', redHat: 'postgis35_$', brew: 'postgis', docker: 'postgis/postgis:$-3.5' },
  { name: 'pg_cron', debian: 'postgresql-$-cron', redHat: 'pg_cron_$', brew: 'pg_cron', preload: true },
  { name: 'pg_partman', debian: 'postgresql-$-partman', redHat: 'pg_partman_$', brew: 'pg_partman' },
  { name: 'pg_repack', debian: 'postgresql-$-repack', redHat: 'pg_repack_$' },
  { name: 'hypopg', debian: 'postgresql-$-hypopg', redHat: 'hypopg_$' },
  { name: 'pgtap', debian: 'postgresql-$-pgtap', redHat: 'pgtap_$' },
  { name: 'pgaudit', debian: 'postgresql-$-pgaudit', redHat: 'pgaudit_$', preload: true },
  { name: 'plpgsql_check', debian: 'postgresql-$-plpgsql-check', redHat: 'plpgsql_check_$' },
  { name: 'rum', debian: 'postgresql-$-rum', redHat: 'rum_$' },
  { name: 'orafce', debian: 'postgresql-$-orafce', redHat: 'orafce_$' },
  { name: 'ip4r', debian: 'postgresql-$-ip4r', redHat: 'ip4r_$' },
];

/** Names that people write for others, a `-` for a `_` and the other way round apart. */
const ALIASES = new Map([
  ['pgvector', 'vector'],
  ['pg_vector', 'vector'],
  ['trgm', 'pg_trgm'],
  ['pgtrgm', 'pg_trgm'],
  ['uuid', 'uuid-ossp'],
  ['uuid_ossp', 'uuid-ossp'],
  ['crypto', 'pgcrypto'],
  ['pg_crypto', 'pgcrypto'],
  ['pgcron', 'pg_cron'],
  ['pgpartman', 'pg_partman'],
]);

/** The name that CREATE EXTENSION wants for one that people use: `pgvector` → `vector`; null when it is right already or nobody knows. */
export function realExtensionName(name: string): string | null {
  const word = name.toLowerCase();
  const meant = ALIASES.get(word) ?? ALIASES.get(word.replaceAll('-', '_')) ?? [word.replaceAll('-', '_'), word].find(isKnown);
  return meant === undefined || meant === name ? null : meant;
}

function isKnown(name: string): boolean {
  return CONTRIB.has(name) || KNOWN_EXTENSIONS.some((known) => known.name === name);
}
