import { distance } from 'fastest-levenshtein';

/** How alike two names are, from 0 to 1: the share of letters that need no change. */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - distance(a, b) / longest;
}
