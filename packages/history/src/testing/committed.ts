import { fileNameFor } from '../file-name.ts';
import { hashRevision } from '../hash-revision.ts';
import { serializeRevert } from '../serialize-revert.ts';
import { serializeRevision } from '../serialize-revision.ts';

/** A committed file as a test needs it: its place under the migrations folder, its text, its hash. */
export interface CommittedFile {
  readonly file: string;
  readonly text: string;
  readonly hash: string;
}

/** One committed file. */
export function committed(
  number: number,
  message: string | null,
  previousHash: string | null,
  body = `-- ${message}\nselect ${number};`,
): CommittedFile {
  const hash = hashRevision(body, previousHash);
  const text = serializeRevision({ hash, previousHash, message, headers: {}, body });
  return { file: `committed/${fileNameFor(number, message)}`, text, hash };
}

/** A line of committed files, each on top of the one before it. */
export function line(...messages: string[]): CommittedFile[] {
  const files: CommittedFile[] = [];
  for (const message of messages) files.push(committed(files.length + 1, message, files.at(-1)?.hash ?? null));
  return files;
}

/** The file that goes back from another one, beside it in `reverts/`. */
export function revertOf(forward: CommittedFile, body = 'select 0;'): { readonly file: string; readonly text: string } {
  return { file: forward.file.replace('committed/', 'reverts/'), text: serializeRevert({ kind: 'sql', reverts: forward.hash, body }) };
}

/** For `withMigrations`. */
export function folderOf(files: readonly { readonly file: string; readonly text: string }[]): Record<string, string> {
  return Object.fromEntries(files.map(({ file, text }) => [file, text]));
}
