import {
  fileNameFor,
  hashRevision,
  parseRevertFile,
  parseRevisionFile,
  type Revision,
  serializeRevert,
  serializeRevision,
} from '@godwit/history';
import type { ExecuteSettings } from '@godwit/migrator';

/** A revision in short. */
export interface Draft {
  readonly message: string;
  readonly body: string;
  /** SQL, or why there is none. */
  readonly revert: string | { readonly irreversible: string } | null;
}

export const settings: ExecuteSettings = {
  placeholders: {},
  pgSettings: {},
  actor: { osUser: 'tester', host: 'here', godwitVersion: '0.0.0-test' },
};

/** Revisions on top of one another, as they would be read from `migrations`. */
export function revisionsOf(...drafts: readonly Draft[]): readonly Revision[] {
  const revisions: Revision[] = [];
  for (const draft of drafts) revisions.push(revisionOf(draft, revisions.length + 1, revisions.at(-1)?.hash ?? null));
  return revisions;
}

/** The files of revisions, by their paths below the root of the project. */
export function filesOf(revisions: readonly Revision[]): Record<string, string> {
  return Object.fromEntries(
    revisions.flatMap((revision) => {
      const { filename, revert, hash } = revision;
      const forward = [`migrations/committed/${filename}`, serializeRevision(revision)];
      if (revert === null) return [forward];
      const back = revert.kind === 'sql' ? { ...revert, reverts: hash } : { ...revert, reverts: hash };
      return [forward, [`migrations/reverts/${filename}`, serializeRevert(back)]];
    }),
  );
}

function revisionOf({ message, body, revert }: Draft, number: number, previousHash: string | null): Revision {
  const filename = fileNameFor(number, message);
  const hash = hashRevision(body, previousHash);
  const text = serializeRevision({ hash, previousHash, message, headers: {}, body });
  const { revision } = parseRevisionFile({ path: `migrations/committed/${filename}`, text });
  if (revision === null) throw new Error('a committed file must parse');
  if (revert === null) return revision;
  const back =
    typeof revert === 'string'
      ? ({ kind: 'sql', reverts: hash, body: revert } as const)
      : ({ kind: 'irreversible', reverts: hash, reason: revert.irreversible } as const);
  return { ...revision, revert: parseRevertFile({ path: `migrations/reverts/${filename}`, text: serializeRevert(back) }).revert };
}
