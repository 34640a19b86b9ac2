/** A piece of a text and what comes in its place. Offsets are UTF-16 code units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function insertAt(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/** @param edits none overlaps another; several insertions at one place keep their order */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.start - b.start);
  return ordered.reduceRight((changed, { start, end, text: instead }) => changed.slice(0, start) + instead + changed.slice(end), text);
}
