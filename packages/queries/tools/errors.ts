import { type CodeFrame, GodwitError } from '@godwit/diagnostics';

/** A schema that queries have to fit. */
export interface Schema {
  /** `at head`, `before 000039-drop-status`. */
  readonly place: string;
  /** What may help a query that does not fit it, beside its correction. */
  readonly remedy: string;
}

export const AT_HEAD: Schema = { place: 'at head', remedy: 'commit the migration that it waits for' };

/** What backfills read may be taken away by a revision, and is typed as it was before that. */
export function schemaOfBackfills(until: string | null): Schema {
  return until === null
    ? { ...AT_HEAD, remedy: `${AT_HEAD.remedy}, or let \`until\` in its definition name the one that takes away what it reads` }
    : { place: `before ${until}`, remedy: 'let `until` in its definition name another revision' };
}

/** A query that the server does not prepare against the schema at head, or that of a backfill before its `until`. */
export class QueryDoesNotPrepare extends GodwitError {
  readonly query: string;

  constructor(options: {
    readonly query: string;
    readonly schema: Schema;
    readonly reason: string;
    readonly details: readonly string[];
    readonly frame: CodeFrame;
    readonly cause: unknown;
  }) {
    super({
      code: 'GW391',
      message: `${options.frame.file}:${options.frame.line} query ${options.query} does not fit the schema ${options.schema.place}: ${options.reason}`,
      details: options.details,
      frame: options.frame,
      help: `correct the query, or ${options.schema.remedy}; then: pnpm generate`,
      cause: options.cause,
    });
    this.query = options.query;
  }
}

/** A query with a column of a type for which no true TypeScript type is known. */
export class UntypedColumn extends GodwitError {
  readonly query: string;

  constructor(options: { readonly query: string; readonly column: string; readonly type: string; readonly frame: CodeFrame }) {
    super({
      code: 'GW392',
      message: `${options.frame.file}:${options.frame.line} query ${options.query} returns ${options.column} as ${options.type}, which cannot be typed truly`,
      frame: options.frame,
      help: `cast it in the query (${options.type.endsWith('[]') ? '::text[] or ::float8[]' : '::text'}), or add the type to packages/queries/tools/types-overrides.ts`,
    });
    this.query = options.query;
  }
}

/** Two queries of one name: their generated types would collide. */
export class DuplicateQuery extends GodwitError {
  constructor(options: { readonly query: string; readonly other: string; readonly frame: CodeFrame }) {
    super({
      code: 'GW393',
      message: `${options.frame.file}:${options.frame.line} is a second query named ${options.query}; the first is in ${options.other}`,
      frame: options.frame,
      help: 'give one of them another @name',
    });
  }
}

/** pgtyped itself ended with an error, after every query had prepared. */
export class GeneratorFailed extends GodwitError {
  constructor(options: { readonly output: string }) {
    super({
      code: 'GW394',
      message: 'pgtyped could not generate the types',
      details: options.output.trim().split('\n').slice(-20),
      help: 'every query prepares, so this is a limit of pgtyped: see its message above',
    });
  }
}

/** Generated files that are not what the queries and the schema at head give (`--check`). */
export class StaleGeneratedFiles extends GodwitError {
  readonly files: readonly string[];

  constructor(files: readonly { readonly path: string; readonly state: 'differs' | 'missing' | 'orphan' }[]) {
    const words = { differs: 'differs', missing: 'is missing', orphan: 'has no source any more' };
    super({
      code: 'GW395',
      message: `${files.length === 1 ? 'One generated file is' : `${files.length} generated files are`} stale`,
      details: files.map(({ path, state }) => `${path} ${words[state]}`),
      help: 'pnpm generate, then commit the result',
    });
    this.files = files.map(({ path }) => path);
  }
}

/** Somebody wants it to end. */
export class GenerateInterrupted extends GodwitError {
  /** As a shell has it for a signal. */
  readonly status: number;

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super({
      code: 'GW504',
      message: `Interrupted by ${signal === 'SIGINT' ? 'Ctrl-C' : signal}; no file was written`,
      help: 'run it again: pnpm generate',
    });
    this.status = signal === 'SIGINT' ? 130 : 143;
  }
}
