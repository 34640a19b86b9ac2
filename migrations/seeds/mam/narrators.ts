import type { MamNarrators } from '@godwit/queries/tables';
import { instant } from '../moments.ts';

/** Invented voices; two of them also appear spelt in another way, as release names have it. */
const voices = [
  'Eleanor Ashgrove',
  'Tobias Fenn',
  'Marisol Quintana',
  'Desmond O’Hare',
  'Dr. Henrike Vogel',
  'Kwame Asante-Boyd',
  'Léonie Chabrol',
  '朗読 花子',
  'Rufus Pennington III',
  'Siân Prydderch',
  'Ambrose Lyle',
  'Eleanor Ashgrove-Hill',
  'Desmond OHare',
  'Full Cast',
] as const;

export const narrators: readonly MamNarrators[] = voices.map((name, index) => ({
  id: index + 1,
  name,
  normalized_name: normalize(name),
  created_at: instant('2025-03-02', index),
}));

/** As the matcher writes it: no titles, accents or punctuation, lower case. */
function normalize(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(dr|iii|jr)\b/g, '')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .replace(/ +/g, ' ');
}
