import { isUnspaced, wordsOf } from './words-of.ts';

/** How much a word, a pair of neighbours, and the pieces of a word together count; found by trying on the seed texts. */
const WORD = 0.5;
const PAIR = 0.2;
const PIECES = 1;

/** Letters in a piece: `^whaling$` has `^wha` `whal` `hali` `alin` `ling` `ing$`, so that `whale` is near it. */
const PIECE_LENGTH = 4;

/** From this length on a word counts in full. */
const LONG_WORD = 8;

/** The features of a text and how much each counts. */
export function featuresOf(text: string): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number): void => void features.set(feature, (features.get(feature) ?? 0) + weight);
  let before: { readonly word: string; readonly weight: number } | undefined;
  for (const word of wordsOf(text)) {
    const weight = weightOf(word);
    add(`word ${word}`, WORD * weight);
    if (before !== undefined) add(`pair ${before.word} ${word}`, PAIR * Math.sqrt(before.weight * weight));
    const pieces = piecesOf(word);
    for (const piece of pieces) add(`piece ${piece}`, (PIECES * weight) / Math.sqrt(pieces.length));
    before = { word, weight };
  }
  return features;
}

/**
 * Short words are the frequent ones, in every language (Zipf's law of abbreviation), and say the least of what a text is about. That does
 * for a list of stop words, which would be of one language, and for counting words over all texts, which would make a vector depend on others.
 */
function weightOf(word: string): number {
  return isUnspaced(word) ? 1 : Math.min(1, word.length / LONG_WORD) ** 3;
}

function piecesOf(word: string): readonly string[] {
  const framed = `^${word}$`;
  return Array.from({ length: Math.max(0, framed.length - PIECE_LENGTH + 1) }, (_, start) => framed.slice(start, start + PIECE_LENGTH));
}
