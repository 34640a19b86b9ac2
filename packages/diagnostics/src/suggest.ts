import { distance } from 'fastest-levenshtein';

/**
 * The candidates that a mistyped word probably meant, nearest first, three at most: those within a third of the
 * word's length in edits, and those that contain it.
 */
export function suggest(word: string, candidates: Iterable<string>): string[] {
  const wanted = word.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, score: nearness(wanted, candidate.toLowerCase()) }))
    .filter(({ score }) => score <= limit)
    .sort((a, b) => a.score - b.score || a.candidate.localeCompare(b.candidate, 'en'))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function nearness(wanted: string, candidate: string): number {
  if (wanted.length >= 3 && candidate.includes(wanted)) return 1;
  return distance(wanted, candidate);
}
