import type { Engine } from '../engine/engine.ts';
import { internalQuery } from '../engine/internal-query.ts';

/** The values of settings by name; without those that do not exist. */
export async function readSettings(engine: Engine, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await internalQuery(engine, READ_SETTINGS, [JSON.stringify(names)]);
  return new Map(rows.flatMap(([name, value]) => (typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [])));
}

/** Sets settings for the session, in order. */
export async function writeSettings(engine: Engine, settings: readonly (readonly [string, string])[]): Promise<void> {
  await internalQuery(engine, WRITE_SETTINGS, [JSON.stringify(settings)]);
}

const READ_SETTINGS = `
select name, pg_catalog.current_setting(name, true)
from pg_catalog.json_array_elements_text($1::pg_catalog.json) as name`;

const WRITE_SETTINGS = `
select pg_catalog.set_config(setting operator(pg_catalog.->>) 0, setting operator(pg_catalog.->>) 1, false)
from pg_catalog.json_array_elements($1::pg_catalog.json) with ordinality as settings (setting, place)
order by place`;
