import { MissingPlaceholderVariable, ReservedPlaceholder } from './errors/gmrc.ts';

/** `:NAME` and what stands for it. */
export type Placeholders = Readonly<Record<string, string>>;

export interface PlaceholderOptions {
  /** From `.gmrc`; the value `!ENV` stands for the variable of the same name. */
  readonly placeholders: Placeholders;
  /** The database that is migrated: `:DATABASE_NAME`. */
  readonly databaseName: string;
  /** `databaseOwner` of `.gmrc`, else the user of the connection: `:DATABASE_OWNER`. */
  readonly databaseOwner: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * All placeholders of a run, with graphile-migrate's two reserved ones.
 *
 * @throws MissingPlaceholderVariable for `!ENV` without a variable, or with an empty one;
 *   ReservedPlaceholder when a reserved one is given another value
 */
export function resolvePlaceholders(options: PlaceholderOptions): Placeholders {
  const placeholders = new Map<string, string>();
  for (const [name, value] of Object.entries(options.placeholders)) {
    placeholders.set(name, value === '!ENV' ? fromEnvironment(name.slice(1), options.environment) : value);
  }
  for (const [name, value] of [
    [':DATABASE_NAME', options.databaseName],
    [':DATABASE_OWNER', options.databaseOwner],
  ] as const) {
    if ((placeholders.get(name) ?? value) !== value) throw new ReservedPlaceholder(name);
    placeholders.set(name, value);
  }
  return Object.fromEntries(placeholders);
}

function fromEnvironment(variable: string, environment: PlaceholderOptions['environment']): string {
  const value = environment[variable];
  if (!value) throw new MissingPlaceholderVariable(variable);
  return value;
}

/**
 * Replaces placeholders exactly as graphile-migrate does: everywhere, also in literals, comments and casts, wherever the name
 * ends at a word boundary. A name that is no placeholder stays.
 *
 * @param placeholders as `resolvePlaceholders` gives them
 */
export function applyPlaceholders(body: string, placeholders: Placeholders): string {
  const names = Object.keys(placeholders).filter((name) => body.includes(name));
  if (names.length === 0) return body;
  const pattern = new RegExp(`(?:${names.map((name) => name.replace(/[-/\\^$*+?.()|[\]{}]/g, '\\$&')).join('|')})\\b`, 'g');
  return body.replace(pattern, (name) => placeholders[name] ?? '');
}
