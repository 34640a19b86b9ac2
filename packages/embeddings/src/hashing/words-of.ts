/** These scripts set no space between words: each of their characters counts as one, and the pairs of neighbours stand for the words. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

const WORD = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const ONE_UNSPACED = new RegExp(`^[${UNSPACED}]$`, 'u');

/** The accents of European scripts; the vowel signs of others are letters and stay. */
const ACCENTS = /[\u0300-\u036f]/g;

/** The words of a text in order, without case, accents and differences of form: `Œuvre Ⅳ, café` → `œuvre`, `iv`, `cafe`. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKD').replaceAll(ACCENTS, '').normalize('NFKC').toLowerCase().match(WORD) ?? [];
}

export function isUnspaced(word: string): boolean {
  return ONE_UNSPACED.test(word);
}
