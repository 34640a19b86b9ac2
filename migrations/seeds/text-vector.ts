import { subjectsOf } from './word-subjects.ts';

/** Words that say nothing about the subject of a text. */
const NOISE = new Set(
  'a about after again against all an and another any are as at away back be because been before behind but by can cannot could did do does down each every first for from had has have he her here him his how i if in into is it its itself last like made make makes many may more most must never no nobody nor not nothing now of off old on once one only or other out over own so some than that the their them then there these they this those through to too two under until up upon was way we were what when where which while who whom whose why will with without you young your'.split(
    ' ',
  ),
);

/**
 * A vector of length 1 for a text, by feature hashing: each word, each of its four-letter pieces and each subject that it belongs to adds
 * to or takes from one dimension. Texts that share words, forms of a word or a subject come out near each other by cosine distance. It
 * stands in for a language model where seed data must be the same everywhere and load without a network.
 */
export function textVector(text: string, dimensions: number): readonly number[] {
  const sums = new Array<number>(dimensions).fill(0);
  for (const [feature, weight] of featuresOf(text)) {
    const hash = fnv1a(feature);
    const place = hash % dimensions;
    sums[place] = (sums[place] ?? 0) + (hash & 0x80000000 ? -1 : 1) * Math.sqrt(weight);
  }
  const length = Math.sqrt(sums.reduce((total, sum) => total + sum * sum, 0)) || 1;
  return sums.map((sum) => Number((sum / length).toFixed(6)));
}

/** The features of a text and how much each counts; the root taken above keeps a word said ten times from drowning the others. */
function featuresOf(text: string): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number): void => void features.set(feature, (features.get(feature) ?? 0) + weight);
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const word of words) {
    if (NOISE.has(word) || word.length === 1) continue;
    add(word, 1);
    for (const subject of subjectsOf(word)) add(`subject ${subject}`, 4);
    const framed = `^${word}$`;
    for (let start = 0; start + 4 <= framed.length; start++) add(framed.slice(start, start + 4), 0.05);
  }
  return features;
}

/** The upper bits of FNV-1a are the better mixed ones, hence the last step. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
