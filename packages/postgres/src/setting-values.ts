import { InvalidSetting } from './errors/settings-errors.ts';
import { parseSslMode, SSL_MODES, type SslMode } from './ssl-settings.ts';

/**
 * A TCP port. The text is never repeated in the error: in a mistyped URL it can be the password.
 *
 * @throws InvalidSetting
 */
export function parsePort(source: string, setting: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65535) return port;
  throw new InvalidSetting(source, setting, 'is not a number from 1 to 65535', 'PostgreSQL listens on 5432 unless told otherwise.');
}

/**
 * libpq's connect_timeout: whole seconds; zero or less waits for ever. In milliseconds, 0 for ever.
 *
 * @throws InvalidSetting
 */
export function parseConnectTimeout(source: string, setting: string, text: string): number {
  if (/^[+-]?\d{1,9}$/.test(text.trim())) return Math.max(0, Number(text) * 1000);
  throw new InvalidSetting(source, setting, 'is not a whole number of seconds', 'Write 10 for ten seconds, 0 to wait for ever.');
}

/** @throws InvalidSetting for a word that names no mode */
export function parseSslModeSetting(source: string, setting: string, text: string): SslMode {
  const mode = parseSslMode(text);
  if (mode !== undefined) return mode;
  throw new InvalidSetting(
    source,
    setting,
    `is none of ${SSL_MODES.join(', ')}`,
    `Write ${setting}=verify-full, or the weakest that will do.`,
  );
}

/**
 * libpq's channel_binding: `require` is true, `prefer` and `disable` are false.
 *
 * @throws InvalidSetting
 */
export function parseChannelBinding(source: string, setting: string, text: string): boolean {
  if (text === 'require') return true;
  if (text === 'prefer' || text === 'disable') return false;
  throw new InvalidSetting(source, setting, 'is none of disable, prefer, require', `Leave ${setting} out, or write require.`);
}
