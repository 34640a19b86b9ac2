import { hashRevision, serializeRevert, serializeRevision, slugify } from '@godwit/history';

export interface RevisionText {
  readonly message: string;
  readonly body: string;
  /** The SQL of the way back, the reason why there is none, or nothing. */
  readonly revert?: string | { readonly irreversible: string };
  /** The number of the revision that it follows, where that is not the one before it: a fork. */
  readonly after?: number;
}

interface Written {
  readonly number: number;
  readonly hash: string;
}

/** The files of a history, hashed as they would be on commit. */
export function revisionFiles(revisions: readonly RevisionText[]): [path: string, content: string][] {
  const files: [string, string][] = [];
  const written: Written[] = [];
  for (const { message, body, revert, after } of revisions) {
    const parent = after === undefined ? written.at(-1) : written.find(({ number }) => number === after);
    const number = (parent?.number ?? 0) + 1;
    const previousHash = parent?.hash ?? null;
    const hash = hashRevision(body, previousHash);
    const name = `${String(number).padStart(6, '0')}-${slugify(message)}.sql`;
    files.push([`migrations/committed/${name}`, serializeRevision({ hash, previousHash, message, headers: {}, body })]);
    if (revert !== undefined) {
      const way =
        typeof revert === 'string'
          ? serializeRevert({ kind: 'sql', reverts: hash, body: revert })
          : serializeRevert({ kind: 'irreversible', reverts: hash, reason: revert.irreversible });
      files.push([`migrations/reverts/${name}`, way]);
    }
    written.push({ number, hash });
  }
  return files;
}
