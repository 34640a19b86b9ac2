import { isUtf8 } from 'node:buffer';
import type { GodwitError } from '@godwit/diagnostics';
import { ByteOrderMark, InvalidUtf8, WindowsLineEndings } from './errors/encoding.ts';

/** A file's text without a byte order mark, and what was wrong with its bytes. */
export interface SqlText {
  readonly text: string;
  readonly problems: readonly GodwitError[];
}

/**
 * Decodes a file. A byte order mark is taken off, and line endings are mended when the first line ends in CRLF (Git rewrote the
 * whole file), each with a problem, so that the rest can still be judged. CRLF inside a body only is left alone: it may belong
 * to a literal, and the hash covers it.
 */
export function decodeSqlText(path: string, bytes: Buffer): SqlText {
  const problems: GodwitError[] = [];
  let text = bytes.toString('utf8');
  if (!isUtf8(bytes)) problems.push(invalidUtf8(path, bytes, text));
  if (text.startsWith('\uFEFF')) {
    problems.push(new ByteOrderMark(path));
    text = text.slice(1);
  }
  if (text.indexOf('\r\n') !== -1 && text.indexOf('\r\n') < text.indexOf('\n')) {
    problems.push(new WindowsLineEndings(path));
    text = text.replaceAll('\r\n', '\n');
  }
  return { text, problems };
}

/**
 * The place of the first wrong byte: everything before the first replacement character that does not stand in the file itself
 * (EF BF BD) was decoded without loss, so its length in bytes is the offset.
 */
function invalidUtf8(path: string, bytes: Buffer, text: string): InvalidUtf8 {
  let index = text.indexOf('\uFFFD');
  let byteOffset = Buffer.byteLength(text.slice(0, index));
  while (bytes.subarray(byteOffset, byteOffset + 3).equals(Buffer.from('\uFFFD'))) {
    const next = text.indexOf('\uFFFD', index + 1);
    byteOffset += Buffer.byteLength(text.slice(index, next));
    index = next;
  }
  return new InvalidUtf8({ path, byteOffset, byte: bytes[byteOffset] ?? 0, text, index });
}
