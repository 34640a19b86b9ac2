import type { CodeFrame } from '@godwit/diagnostics';
import { frameAt } from '@godwit/diagnostics';
import { readSqlFile } from '@godwit/history';
import type { Current } from './current.ts';

/** The place of an offset in the body, in the file in which its author wrote it: a file of `current/`, an included fixture. */
export function frameInCurrent({ body, origins, location }: Pick<Current, 'body' | 'origins' | 'location'>, offset: number): CodeFrame {
  const inBody = frameAt(location.path, body, offset);
  const origin = origins[inBody.line - 1] ?? null;
  if (origin === null) return inBody;
  const text = readSqlFile(origin.path).replaceAll('\r\n', '\n');
  const line = text.split('\n')[origin.line - 1] ?? '';
  // The first line of a body and of a fixture is trimmed.
  const shift = Math.max(0, line.indexOf(body.split('\n')[inBody.line - 1] ?? ''));
  return { file: origin.path, text, line: origin.line, column: inBody.column + shift };
}
