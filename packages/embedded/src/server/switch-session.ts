import type { Engine } from '../engine/engine.ts';
import { internalQuery, internalScript } from '../engine/internal-query.ts';
import type { Session } from './session.ts';

/** The superuser that every data directory belongs to. */
export const SUPERUSER = 'postgres';

/** Takes what belongs to `session` out of the backend, so that another connection finds a fresh one. Outside transactions only. */
export async function parkSession(engine: Engine, session: Session): Promise<void> {
  if (session.changedSettings.size > 0) {
    const rows = await internalQuery(engine, READ_SETTINGS, [JSON.stringify([...session.changedSettings])]);
    session.savedSettings = new Map(
      rows.flatMap(([name, value]) => (typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [])),
    );
  }
  await internalScript(engine, FRESH_SESSION);
}

/** Gives a fresh backend the state of `session`. */
export async function resumeSession(engine: Engine, session: Session): Promise<void> {
  const settings = new Map([...session.startupSettings, ...session.savedSettings]);
  const { role, session_authorization: authorization = session.user, ...others } = Object.fromEntries(settings);
  const ordered = Object.entries(others);
  if (authorization !== SUPERUSER) ordered.push(['session_authorization', authorization]);
  if (role !== undefined) ordered.push(['role', role]);
  if (ordered.length > 0) await writeSettings(engine, ordered);
}

/** Sets settings for the session, in order. */
export async function writeSettings(engine: Engine, settings: readonly (readonly [string, string])[]): Promise<void> {
  await internalQuery(engine, WRITE_SETTINGS, [JSON.stringify(settings)]);
}

const READ_SETTINGS = 'select name, current_setting(name, true) from json_array_elements_text($1::json) as name';
const WRITE_SETTINGS = `select set_config(setting ->> 0, setting ->> 1, false) from json_array_elements($1::json) with ordinality as s (setting, place) order by place`;
const FRESH_SESSION = 'reset session authorization; reset all';
