import { shellWord } from '@godwit/diagnostics';
import { CONTRIB, KNOWN_EXTENSIONS, realExtensionName, TRUSTED } from './known-extensions.ts';
import { quoteIdentifier } from './quote.ts';

export interface ExtensionAdviceOptions {
  /** As it was written: `vector`, `pgvector`. */
  readonly extension: string;
  /** Of the server, as from `serverVersion`: packages belong to its major version, not to the client's. */
  readonly serverVersion: number;
  /** `missing`: its files are not on the server. `not permitted`: this role may not create it. */
  readonly reason: 'missing' | 'not permitted';
  /** For the commands; a placeholder stands there when it is not given. */
  readonly database?: string | undefined;
  readonly user?: string | undefined;
}

/** What to do about an extension that cannot be created: which package to install where, or whom to ask for what. Lines of text, no full stops of their own. */
export function extensionAdvice(options: ExtensionAdviceOptions): string[] {
  const real = realExtensionName(options.extension);
  const name = real ?? options.extension;
  const renamed =
    real === null ? [] : [`The extension is called ${name} in SQL: create extension if not exists ${extensionIdentifier(name)};`];
  return [...renamed, ...(options.reason === 'missing' ? adviseInstalling(name, options) : adviseAsking(name, options))];
}

function adviseInstalling(name: string, { serverVersion }: ExtensionAdviceOptions): string[] {
  const major = String(Math.floor(serverVersion / 10_000));
  const of = (pattern: string): string => pattern.replaceAll('$', major);
  const first = `Install it on the server's machine, for PostgreSQL ${major}:`;
  if (CONTRIB.has(name)) {
    return [
      `${name} comes with PostgreSQL, and this server was installed without its extra modules. ${first}`,
      `  Debian, Ubuntu     sudo apt install postgresql-contrib postgresql-${major}`,
      `  Fedora, RHEL       sudo dnf install postgresql${major}-contrib`,
      `  macOS (Homebrew)   brew reinstall postgresql@${major}`,
      `  Docker             the image postgres:${major} has it`,
      '  managed services   have it; some want it allowed first (Azure: the server parameter azure.extensions)',
    ];
  }
  const known = KNOWN_EXTENSIONS.find((candidate) => candidate.name === name);
  if (known === undefined) {
    return [
      first,
      `  Debian, Ubuntu     apt-cache search postgresql-${major} lists what there is`,
      '  elsewhere          see the project of the extension',
      '  managed services   show what they offer: select name from pg_available_extensions order by name;',
    ];
  }
  return [
    first,
    `  Debian, Ubuntu     sudo apt install ${of(known.debian)}   (from apt.postgresql.org when the distribution has none)`,
    `  Fedora, RHEL       sudo dnf install ${of(known.redHat)}`,
    known.brew === undefined
      ? '  macOS              build it from source against the server (pg_config)'
      : `  macOS (Homebrew)   brew install ${known.brew}   (made for the newest versions; build from source for others)`,
    known.docker === undefined
      ? `  Docker             an image made from postgres:${major} that installs the Debian package`
      : `  Docker             the image ${of(known.docker)} in place of postgres:${major}`,
    '  managed services   choose it in the console, or allow it first (Azure: azure.extensions); RDS, Cloud SQL, Supabase and Neon list what they have in pg_available_extensions',
    ...(known.preload === true ? [`Then add ${name} to shared_preload_libraries and restart the server.`] : []),
  ];
}

function adviseAsking(name: string, { database, user }: ExtensionAdviceOptions): string[] {
  const create = `create extension if not exists ${extensionIdentifier(name)};`;
  const on = database === undefined ? '' : ` in the database ${database}`;
  const grant = `grant create on database ${database === undefined ? '…' : quoteIdentifier(database)} to ${user === undefined ? '…' : quoteIdentifier(user)};`;
  return [
    ...(TRUSTED.has(name) ? [`${name} is a trusted extension: the database's owner can let this role create it: ${grant}`] : []),
    `Ask for this to be run once${on}, by`,
    `  your own server    a superuser: psql -U postgres -d ${shellWord(database ?? 'DATABASE')} -c '${create}'`,
    '  Amazon RDS         a member of rds_superuser',
    '  Google Cloud SQL   a member of cloudsqlsuperuser',
    '  Azure              a member of azure_pg_admin, after it is allowed in azure.extensions',
    '  Supabase           the dashboard: Database, Extensions',
    'The migration then finds it there and goes on.',
  ];
}

/** Unquoted where that is how everybody writes it: `vector`, but `"uuid-ossp"`. */
function extensionIdentifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteIdentifier(name);
}
