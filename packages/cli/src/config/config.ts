import * as v from 'valibot';
import { parseDuration } from './duration.ts';
import { splitWords } from './split-words.ts';

const command = v.pipe(
  v.string(),
  v.check((text) => splitWords(text).length > 0, 'expected a command such as "pnpm generate"'),
);

const duration = v.pipe(
  v.string(),
  v.check((text) => parseDuration(text) !== null, 'expected a duration such as "1s", "250ms" or "5min"'),
  v.transform((text) => parseDuration(text) ?? 0),
);

const reason = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== '', 'expected a reason'),
);

/** `godwit.config.json`: Godwit's own settings. graphile-migrate's stay in `.gmrc`, which rejects keys that it does not know. */
export const ConfigSchema = v.strictObject({
  $schema: v.optional(v.string()),
  /** Folder of the SQL, relative to the configuration file; unless given, `migrationsFolder` of `.gmrc`, else `migrations`. */
  migrations: v.optional(v.string()),
  /** Use the embedded server when no URL is given. Never with ENVIRONMENT or GODWIT_ENV=production. */
  embedded: v.optional(v.boolean(), false),
  /** What one revision may wait for locks in all before it is rolled back and tried again. */
  lockTimeout: v.optional(duration, '1s'),
  /** How long the tries go on. */
  patience: v.optional(duration, '5min'),
  /** search_path in which each revision starts. */
  searchPath: v.optional(v.pipe(v.array(v.string()), v.minLength(1)), ['public']),
  /**
   * Loads rows into a database at head, over which revisions are proved; run without a shell, with DATABASE_URL. `sources` are the files that
   * decide which rows those are; unless given, everything in `seeds/` below the migrations folder.
   */
  seeds: v.optional(
    v.union(
      [
        v.pipe(
          command,
          v.transform((text) => ({ command: text, sources: null })),
        ),
        v.strictObject({ command, sources: v.array(v.string()) }),
      ],
      'expected a command such as "pnpm seed", or an object with "command" and "sources"',
    ),
  ),
  /** Variables that hold the URLs of databases which others use: `amend` opens no revision that one of them has applied. */
  sharedDatabases: v.optional(v.array(v.string()), []),
  /** Annotated `.sql` files of the application, relative to the configuration file: `watch` and `commit` say which of them no longer fit. */
  queries: v.optional(v.array(v.string()), []),
  /** Folder of the backfills, relative to the configuration file. */
  backfills: v.optional(v.string(), 'backfills'),
  /** Files that `revision` begins with, relative to the configuration file; `{{message}}`, `{{author}}` and `{{date}}` are filled in. */
  templates: v.optional(v.strictObject({ current: v.optional(v.string()), revert: v.optional(v.string()) })),
  /** Run without a shell on files that a command has written, whose paths are put after it: `prettier --write`. */
  afterWrite: v.optional(v.array(command), []),
  /** Rules of lint by name, and findings that are meant so: for committed files, whose comments are part of their hash. */
  lint: v.optional(
    v.strictObject({
      rules: v.optional(v.record(v.string(), v.picklist(['error', 'warning', 'off'], 'expected "error", "warning" or "off"')), {}),
      ignore: v.optional(
        v.array(
          v.strictObject({
            file: v.union([v.string(), v.array(v.string())], 'expected a path or a list of paths'),
            rule: v.string(),
            reason,
          }),
        ),
        [],
      ),
      squawk: v.optional(v.boolean(), true),
    }),
    {},
  ),
  /** What may differ from database to database: `drift` passes over it. */
  drift: v.optional(
    v.strictObject({ ignore: v.optional(v.array(v.strictObject({ object: v.string(), property: v.optional(v.string()), reason })), []) }),
    {},
  ),
  /** Writes what is made from the schema, such as query types; run without a shell, with DATABASE_URL of a database that has the new one. */
  generate: v.optional(command),
});

export type ConfigFile = v.InferOutput<typeof ConfigSchema>;

export interface Config extends ConfigFile {
  /** The folder that holds the configuration: everything relative starts here. */
  readonly root: string;
  /** Absolute. */
  readonly migrationsFolder: string;
}
