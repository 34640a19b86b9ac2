import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSettings } from './settings.ts';

export interface PasswordLookup {
  readonly password: string | undefined;
  /** Why a file that is there was not used, for the error that asks for a password. */
  readonly passedOver: string | undefined;
}

/**
 * Looks the password up in libpq's password file: `settings.passwordFile`, else `~/.pgpass` (`%APPDATA%\postgresql\pgpass.conf` on Windows).
 * https://www.postgresql.org/docs/current/libpq-pgpass.html
 *
 * As in libpq, a file that group or others can read is passed over, and one that is not there is no error.
 */
export function lookUpPassword(settings: DatabaseSettings, path: string = settings.passwordFile ?? defaultPasswordFile()): PasswordLookup {
  let text: string;
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
      return { password: undefined, passedOver: `${path} was passed over, since others can read it: chmod 600 ${path}` };
    }
    text = readFileSync(path, 'utf8');
  } catch {
    return { password: undefined, passedOver: undefined };
  }
  return { password: findPassword(text, settings), passedOver: undefined };
}

/** The password of the first line of a password file that matches; a socket is written as its directory or `localhost`. */
export function findPassword(text: string, settings: Pick<DatabaseSettings, 'host' | 'port' | 'database' | 'user'>): string | undefined {
  const hosts = settings.host.startsWith('/') ? [settings.host, 'localhost'] : [settings.host];
  const wanted = [hosts, [String(settings.port)], [settings.database], [settings.user]];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    const fields = splitFields(line);
    const password = fields[4];
    const matches = wanted.every((values, index) => {
      const field = fields[index];
      return field !== undefined && (field.raw === '*' || values.includes(field.value));
    });
    if (matches && password !== undefined && password.value !== '') return password.value;
  }
  return undefined;
}

/** The fields between colons; `\:` and `\\` are a colon and a backslash. */
function splitFields(line: string): { readonly raw: string; readonly value: string }[] {
  const raws = [''];
  for (const [piece] of line.matchAll(/\\.|./gu)) {
    if (piece === ':') raws.push('');
    else raws[raws.length - 1] += piece;
  }
  return raws.map((raw) => ({ raw, value: raw.replace(/\\(.)/gu, '$1') }));
}

function defaultPasswordFile(): string {
  const appData = process.env.APPDATA;
  return process.platform === 'win32' && appData !== undefined ? join(appData, 'postgresql', 'pgpass.conf') : join(homedir(), '.pgpass');
}
