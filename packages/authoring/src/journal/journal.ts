import { join } from 'node:path';
import * as v from 'valibot';
import { JournalUnreadable } from './errors.ts';
import type { FileStore } from './file-store.ts';

const content = v.nullable(v.object({ text: v.string(), mode: v.number() }));

/** One file before and after a command; null where there is none. */
const changeSchema = v.object({ path: v.string(), before: content, after: content });

/**
 * How far a command has come. What the next command makes of it when this one is cut off:
 *
 * - `prepared`: no file was touched, the database may have been; nothing is to be done
 * - `writing`: some files are written; they are put back
 * - `applying`: all files are written, the database is being changed; they stay, and `upgrade` does the rest
 * - `reverting`: the database refused; files are being put back, and that is finished
 * - `finishing`: the database is changed and cannot go back; the files follow
 */
const phases = ['prepared', 'writing', 'applying', 'reverting', 'finishing'] as const;

const journalSchema = v.object({
  format: v.literal(1),
  /** For a person: `commit of 000039-add-author`. */
  command: v.string(),
  phase: v.picklist(phases),
  changes: v.array(changeSchema),
});

export type FileChange = Readonly<v.InferOutput<typeof changeSchema>>;
export type Phase = (typeof phases)[number];
export interface Journal {
  readonly command: string;
  readonly phase: Phase;
  readonly changes: readonly FileChange[];
}

export function journalPath(root: string): string {
  return join(root, '.godwit', 'journal.json');
}

/** Null when no command was cut off. @throws JournalUnreadable */
export async function readJournal(store: FileStore, root: string): Promise<Journal | null> {
  const path = journalPath(root);
  try {
    const text = await store.read(path);
    return text === null ? null : v.parse(journalSchema, JSON.parse(text));
  } catch (error) {
    throw new JournalUnreadable(path, error);
  }
}

export async function writeJournal(store: FileStore, root: string, journal: Journal): Promise<void> {
  await store.write(journalPath(root), { text: `${JSON.stringify({ format: 1, ...journal })}\n`, mode: 0o644 });
}

export async function removeJournal(store: FileStore, root: string): Promise<void> {
  await store.remove(journalPath(root));
}
