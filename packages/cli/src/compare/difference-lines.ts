import { type Difference, describeDifference } from '@godwit/catalog';
import type { Style } from '../output/style.ts';

const GLYPHS = { added: ['+', 'green'], removed: ['-', 'red'], changed: ['~', 'yellow'] } as const;

/** A line a change: `  + column shelf.books.quality is new`. */
export function* differenceLines(differences: readonly Difference[], style: Pick<Style, 'green' | 'red' | 'yellow'>): Generator<string> {
  for (const difference of differences) {
    const [glyph, colour] = GLYPHS[difference.kind];
    for (const line of describeDifference(difference)) yield `  ${style[colour](glyph)} ${line}`;
  }
}
