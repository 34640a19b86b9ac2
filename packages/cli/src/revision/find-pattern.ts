import type { Pattern, PatternRevision } from '@godwit/authoring';
import { suggest } from '@godwit/diagnostics';
import { UnknownPattern } from './errors.ts';

/** A revision of a pattern, and the pattern that it is of. */
export interface FoundPattern {
  readonly pattern: Pattern;
  readonly revision: PatternRevision;
}

/**
 * `add-column`, or `foreign-key/2` for its second revision.
 *
 * @throws UnknownPattern with those that were probably meant
 */
export function findPattern(patterns: readonly Pattern[], text: string): FoundPattern {
  const [, name = text, number = '1'] = /^(.*)\/(\d+)$/.exec(text) ?? [];
  const known = patterns.flatMap((pattern) => pattern.revisions.map((revision) => ({ pattern, revision })));
  const found = known.find(({ pattern, revision }) => pattern.name === name && revision.number === Number(number));
  if (found !== undefined) return found;
  const names = patterns.map((pattern) => pattern.name);
  const parts = known.filter(({ pattern }) => pattern.name === name).map(({ pattern, revision }) => `${pattern.name}/${revision.number}`);
  throw new UnknownPattern(text, parts.length > 0 ? parts : suggest(name, names), names);
}
