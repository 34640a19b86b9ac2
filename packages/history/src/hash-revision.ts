import { hash } from 'node:crypto';
import type { RevisionHash } from './revision.ts';

/**
 * The hash of a revision, equal to graphile-migrate's `calculateHash`: it covers the body (trimmed, before placeholders)
 * and the hash before it, so that it names the whole line of history down to base. Headers are outside it.
 *
 * A revert is hashed by the same function, with the hash of the revision that it reverts in place of the previous one.
 *
 * @param previousHash null for the first revision
 */
export function hashRevision(body: string, previousHash: RevisionHash | null): RevisionHash {
  const text = `${`${previousHash ?? ''}\n${body.trim()}`.trim()}\n`;
  return `sha1:${hash('sha1', text)}`;
}
