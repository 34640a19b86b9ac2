import { type CodeFrame, frameAt, GodwitError } from '@godwit/diagnostics';

/** There is no folder of backfills, or nothing in it. */
export class NoBackfills extends GodwitError {
  constructor(folder: string) {
    super({
      code: 'GW401',
      message: `There is no backfill in ${folder}/`,
      help: 'Begin one: godwit backfill new NAME   or name another folder as "backfills" in godwit.config.json',
    });
  }
}

/** No folder of that name. */
export class UnknownBackfill extends GodwitError {
  readonly suggestions: readonly string[];

  constructor(name: string, suggestions: readonly string[], known: readonly string[]) {
    super({
      code: 'GW402',
      message: `There is no backfill ${JSON.stringify(name)}`,
      details: [`There are ${known.join(', ')}`],
      help: [...(suggestions.length === 0 ? [] : [`did you mean ${suggestions.join(', ')}?`]), 'godwit backfill list'].join('\n'),
    });
    this.suggestions = suggestions;
  }
}

/** Its TypeScript cannot be loaded, or says something else than a backfill. */
export class DefinitionUnusable extends GodwitError {
  constructor(file: string, reason: string, cause: unknown) {
    const old = cause instanceof Error && 'code' in cause && cause.code === 'ERR_UNKNOWN_FILE_EXTENSION';
    super({
      code: 'GW403',
      message: `${file} is no backfill: ${reason.split('\n')[0]}`,
      help: old
        ? 'This Node does not run TypeScript: use Node 22.18 or later, or write index.mjs.'
        : 'export default defineBackfill({ about, table, … }) from @godwit/backfill',
      cause,
    });
  }
}

/** A file that each backfill of its mode has. */
export class MissingSqlFile extends GodwitError {
  constructor(file: string) {
    super({
      code: 'GW404',
      message: `${file} is missing`,
      help: `Write it: ${PURPOSES[file.split('/').at(-1) ?? ''] ?? 'the SQL of the backfill'}`,
    });
  }
}

const PURPOSES: Readonly<Record<string, string>> = {
  'work.sql': '/* @name Work */ and one statement that does the keys between :from and :to, both inclusive, as often as it is run',
  'remaining.sql': '/* @name Remaining */ select the key of rows that are still wrong … limit :n',
  'read.sql': '/* @name Read */ select the rows whose keys are between :from and :to',
};

/** pgtyped's grammar does not take the file. */
export class UnreadableQuery extends GodwitError {
  constructor(reason: string, frame: CodeFrame) {
    super({
      code: 'GW405',
      message: `${frame.file} cannot be read: ${reason}`,
      frame,
      help: 'A file holds /* @name Work */ and one statement; parameters are written :from',
    });
  }
}

/** Without them the statement would do more than its batch. */
export class WrongParameters extends GodwitError {
  constructor(file: string, text: string, missing: readonly string[]) {
    const names = missing.map((name) => `:${name}`).join(' and ');
    super({
      code: 'GW406',
      message: `${file} does not use ${names}`,
      frame: frameAt(file, text, Math.max(0, text.search(/\S/))),
      help: missing.includes('n')
        ? 'Limit what it gives: limit :n'
        : `Bound it by the key, both ends inclusive: where id between :from and :to, or for a key of several columns (a, b) >= (:from_a, :from_b) and (a, b) <= (:to_a, :to_b)`,
    });
  }
}
