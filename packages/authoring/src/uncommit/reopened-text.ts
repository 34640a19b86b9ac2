import { collapseIncludes, type Revision, serializeText } from '@godwit/history';

/** Headers that a revision gets when it is committed, and would get anew. */
const OWN = new Set(['Previous', 'Hash', 'AllowInvalidHash', 'Created', 'Replaces']);

/**
 * What `current.sql` held, or would hold, before the revision was committed: the message and what else its author has written above it, and
 * `--!include` in place of what was included, as long as the fixture is what it was.
 *
 * @param folder the migrations folder
 */
export function reopenedText(folder: string, { headers, body }: Pick<Revision, 'headers' | 'body'>): string {
  const kept = Object.entries(headers).filter(([header]) => !OWN.has(header));
  const text = collapseIncludes(body, folder);
  return kept.length === 0 ? text : serializeText(kept, text);
}

/** The same of `revert.sql`; the blank text when the revision has no way back and no reason. */
export function reopenedRevert(folder: string, { revert }: Pick<Revision, 'revert'>, blank: string): string {
  if (revert === null) return blank;
  return revert.kind === 'sql' ? collapseIncludes(revert.body, folder) : serializeText([['Irreversible', revert.reason]], '');
}
