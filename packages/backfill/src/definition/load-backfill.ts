import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { GodwitError, suggest } from '@godwit/diagnostics';
import * as v from 'valibot';
import { DefinitionUnusable, MissingSqlFile, NoBackfills, UnknownBackfill, WrongParameters } from '../errors/definition-errors.ts';
import type { Backfill } from './backfill.ts';
import type { LoadedDefinition, MapContext, Mapping } from './backfill-definition.ts';
import { type BackfillQuery, readBackfillQuery } from './backfill-query.ts';
import { ScheduleSchema } from './schedule.ts';
import { type BackfillSettings, SettingsSchema } from './settings.ts';

const MODULES = ['index.ts', 'index.js', 'index.mjs'];

/** Functions are called as they are: what they take and give is between them and their SQL. */
const callable = <Result>() => v.custom<(...words: never[]) => Result>((value) => typeof value === 'function', 'expected a function');

const common = {
  about: v.pipe(v.string(), v.nonEmpty()),
  table: v.pipe(v.string(), v.nonEmpty()),
  key: v.optional(v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))])),
  after: v.optional(v.string()),
  until: v.optional(v.string()),
  schedule: v.optional(ScheduleSchema),
  settings: v.optional(v.partial(SettingsSchema)),
  signals: v.optional(
    v.array(v.strictObject({ name: v.string(), sql: v.string(), slow: v.number(), stop: v.number(), unit: v.optional(v.string()) })),
  ),
};

const Definition = v.variant('mode', [
  v.strictObject({ mode: v.optional(v.literal('sql'), 'sql'), ...common }),
  v.strictObject({
    mode: v.picklist(['rows', 'external']),
    ...common,
    version: v.optional(v.string()),
    map: callable<unknown>(),
    stage: v.optional(callable<unknown>()),
  }),
]);

/** The names of the folders that hold a backfill, sorted; none when there is no such folder. */
export function listBackfills(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  const entries = readdirSync(root, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() && moduleOf(join(root, entry.name)) !== null ? [entry.name] : [])).sort();
}

/**
 * @param root the folder of all backfills, absolute
 * @param shown the same as the user knows it
 * @throws UnknownBackfill, NoBackfills, DefinitionUnusable, MissingSqlFile, UnreadableQuery, WrongParameters
 */
export async function loadBackfill(root: string, shown: string, name: string): Promise<Backfill> {
  const known = listBackfills(root);
  if (known.length === 0) throw new NoBackfills(shown);
  if (!known.includes(name)) throw new UnknownBackfill(name, suggest(name, known), known);
  const folder = join(root, name);
  const place = `${shown}/${name}`;
  const file = moduleOf(folder) ?? 'index.ts';
  const definition = await importDefinition(join(folder, file), `${place}/${file}`);
  const query = (sql: string) => readQuery(folder, place, sql);
  const work = await query('work.sql');
  const remaining = await query('remaining.sql');
  const read = definition.mapping === null ? null : await query('read.sql');
  const optional = async (sql: string) => (existsSync(join(folder, sql)) ? await query(sql) : null);
  const [workKeys, verify] = [await optional('work-keys.sql'), await optional('verify.sql')];
  requireParameters(read ?? work, keyParameters(definition));
  requireParameters(remaining, ['n']);
  if (workKeys !== null) requireParameters(workKeys, ['keys']);
  if (verify !== null) requireParameters(verify, keyParameters(definition));
  return { name, folder, definition, work, workKeys, read, remaining, verify, codeHash: hashOf(folder, definition) };
}

/** `from` and `to`; of a key of several columns `from_<column>` and `to_<column>`. */
function keyParameters({ key }: LoadedDefinition): readonly string[] {
  return key !== null && key.length > 1 ? key.flatMap((column) => [`from_${column}`, `to_${column}`]) : ['from', 'to'];
}

function requireParameters({ file, parameters, text }: BackfillQuery, names: readonly string[]): void {
  const missing = names.filter((name) => !parameters.has(name));
  if (missing.length > 0) throw new WrongParameters(file, text, missing);
}

function moduleOf(folder: string): string | null {
  return MODULES.find((name) => existsSync(join(folder, name))) ?? null;
}

async function readQuery(folder: string, place: string, name: string): Promise<BackfillQuery> {
  const path = join(folder, name);
  if (!existsSync(path)) throw new MissingSqlFile(`${place}/${name}`);
  return await readBackfillQuery(`${place}/${name}`, readFileSync(path, 'utf8'));
}

async function importDefinition(path: string, place: string): Promise<LoadedDefinition> {
  let exported: unknown;
  try {
    exported = await import(pathToFileURL(path).href);
  } catch (error) {
    // What it is made of has words of its own: the settings of a provider.
    if (error instanceof GodwitError) throw error;
    throw new DefinitionUnusable(place, error instanceof Error ? error.message : String(error), error);
  }
  const value: unknown = typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : undefined;
  if (value === undefined) throw new DefinitionUnusable(place, 'it has no default export', undefined);
  const parsed = v.safeParse(Definition, typeof value === 'object' && value !== null ? { mode: 'sql', ...value } : value);
  if (!parsed.success) throw new DefinitionUnusable(place, describeIssue(parsed.issues[0]), undefined);
  return normalized(parsed.output);
}

function normalized(given: v.InferOutput<typeof Definition>): LoadedDefinition {
  const { mode, about, table, key = null, after = null, until = null, schedule = null, settings = {}, signals = [] } = given;
  const keys = typeof key === 'string' ? [key] : key;
  const known = { mode, about, table, key: keys, after, until, schedule, settings: withoutGaps(settings), signals };
  return given.mode === 'sql'
    ? { ...known, version: '', mapping: null }
    : { ...known, version: given.version ?? '', mapping: mappingOf(given.map, given.stage) };
}

function withoutGaps(settings: Readonly<Record<string, number | undefined>>): Partial<BackfillSettings> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path}: ${issue.message}`;
}

function mappingOf(map: (...words: never[]) => unknown, stage: ((...words: never[]) => unknown) | undefined): Mapping {
  return {
    map: async (rows, context: MapContext) => v.parse(v.array(v.unknown()), await Reflect.apply(map, undefined, [rows, context])),
    stage: stage === undefined ? null : async (client, values) => await Reflect.apply(stage, undefined, [client, values]),
  };
}

/** Over the files of the folder, but for tests, and what the definition says that it depends on. */
function hashOf(folder: string, definition: LoadedDefinition): string {
  const files = readdirSync(folder).filter((name) => /\.(?:sql|[cm]?[jt]s)$/.test(name) && !/\.test\.|\.queries\.ts$/.test(name));
  const hash = createHash('sha256');
  for (const name of files.sort()) hash.update(`${name}\0${readFileSync(join(folder, name), 'utf8')}\0`);
  hash.update(definition.version);
  return hash.digest('hex');
}
