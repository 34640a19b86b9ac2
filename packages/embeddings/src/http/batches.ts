/** Texts that go into one request, and the place of the first among all. */
export interface Batch {
  readonly first: number;
  readonly texts: readonly string[];
}

/** Divides texts, in order, so that each batch keeps to both limits; a text that is longer by itself is a batch of one. */
export function* batches(
  texts: readonly string[],
  { batchTexts, batchCharacters }: { readonly batchTexts: number; readonly batchCharacters: number },
): Generator<Batch, void> {
  let first = 0;
  let characters = 0;
  for (const [index, { length }] of texts.entries()) {
    if (index > first && (index - first === batchTexts || characters + length > batchCharacters)) {
      yield { first, texts: texts.slice(first, index) };
      first = index;
      characters = 0;
    }
    characters += length;
  }
  if (first < texts.length) yield { first, texts: texts.slice(first) };
}

export function halves({ first, texts }: Batch): readonly [Batch, Batch] {
  const middle = Math.ceil(texts.length / 2);
  return [
    { first, texts: texts.slice(0, middle) },
    { first: first + middle, texts: texts.slice(middle) },
  ];
}
