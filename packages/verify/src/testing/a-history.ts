import { fileNameFor, type History, hashRevision, parseRevisionFile, type Revision, serializeRevision } from '@godwit/history';

/** Revisions on top of one another by message and body, as they would be read from `migrations`. */
export function historyOf(...drafts: readonly (readonly [message: string, body: string])[]): History {
  const revisions: Revision[] = [];
  for (const [message, body] of drafts) {
    const previousHash = revisions.at(-1)?.hash ?? null;
    const text = serializeRevision({ hash: hashRevision(body, previousHash), previousHash, message, headers: {}, body });
    const { revision } = parseRevisionFile({ path: `migrations/committed/${fileNameFor(revisions.length + 1, message)}`, text });
    if (revision === null) throw new Error('a committed file must parse');
    revisions.push(revision);
  }
  return { folder: 'migrations', revisions, heads: revisions.slice(-1), problems: [] };
}
