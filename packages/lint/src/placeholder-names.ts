import type { LockClaim } from '@godwit/migrator';
import { standInFor } from '@godwit/migrator/statements';
import type { LintFinding } from './lint-finding.ts';

/** graphile-migrate's rule for the name of a placeholder. */
const PLACEHOLDER = /(?<![\w:]):[A-Z][0-9A-Z_]+\b/g;

type Words = Pick<LintFinding, 'message' | 'because' | 'locks' | 'blocks' | 'safe' | 'fix'>;

/** What a finding says, with the placeholders of its text where the parser was given names for them. */
export function withPlaceholders<Finding extends Words>(finding: Finding, text: string): Finding {
  const names = new Map([...text.matchAll(PLACEHOLDER)].map(([name]) => [standInFor(name), name]));
  if (names.size === 0) return finding;
  const pattern = new RegExp(`(?<![\\w$"])(?:${[...names.keys()].join('|')})(?![\\w$"])`, 'g');
  const restore = (words: string) => words.replaceAll(pattern, (found) => names.get(found) ?? found);
  const name = (word: string | null) => (word === null ? null : (names.get(word) ?? word));
  const lock = (claim: LockClaim): LockClaim => ({
    ...claim,
    object: { ...claim.object, schema: name(claim.object.schema), name: name(claim.object.name) ?? claim.object.name },
  });
  return {
    ...finding,
    message: restore(finding.message),
    because: restore(finding.because),
    locks: finding.locks.map(lock),
    blocks: finding.blocks === null ? null : restore(finding.blocks),
    safe: finding.safe.map((step) => ({ ...step, sql: restore(step.sql) })),
    fix: finding.fix.map((edit) => ({ ...edit, text: restore(edit.text) })),
  };
}
