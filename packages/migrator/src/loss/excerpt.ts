/** So much of a value is shown, in characters. */
const LENGTH = 80;

/** So much of it before the place where it changes. */
const BEFORE = 20;

interface Change {
  readonly before: string;
  /** Null when there is no new value. */
  readonly after: string | null;
}

/** The beginnings of two long values; of two that begin alike, what stands around the place where they part. */
export function excerptOf({ before, after }: Change): Change {
  if (after === null) return { before: before.slice(0, LENGTH), after };
  let shared = 0;
  while (shared < before.length && before[shared] === after[shared]) shared++;
  const cut = (text: string) => (shared < LENGTH - BEFORE ? text : `…${text.slice(shared - BEFORE)}`).slice(0, LENGTH);
  return { before: cut(before), after: cut(after) };
}
