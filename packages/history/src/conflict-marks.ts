import type { RevisionHash } from './revision.ts';

/** Where the marks of a conflict begin. */
export interface ConflictMarks {
  /** Counted from 1. */
  readonly line: number;
  /** Of the revisions on both sides. */
  readonly hashes: readonly RevisionHash[];
}

const MARKS = /^<<<<<<< [\s\S]*?^=======$[\s\S]*?^>>>>>>> /m;

/** Null for a text without the three marks that Git leaves; a SQL comment may hold such lines too, so ask only for a file that is damaged. */
export function findConflictMarks(text: string): ConflictMarks | null {
  const found = MARKS.exec(text);
  if (found === null) return null;
  return {
    line: text.slice(0, found.index).split('\n').length,
    hashes: [...text.matchAll(/^--! Hash: (sha1:[0-9a-f]{40})$/gm)].map(([, hash = '']) => hash),
  };
}
