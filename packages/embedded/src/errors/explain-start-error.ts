import { DataUnreadable } from './data-unreadable.ts';
import { DirectoryUnusable } from './directory-unusable.ts';
import { DiskFull } from './disk-full.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);
/** The lock file could not be made for want of room. */
const SQLITE_FULL = 13;
const UNUSABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ERR_SQLITE_ERROR']);

/** Puts what went wrong while a server started on `directory` into words; what it does not know it leaves as it is. */
export function explainStartError(directory: string, error: unknown): unknown {
  if (error instanceof SyntaxError) return new DataUnreadable(directory, error);
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  if (FULL.has(error.code) || ('errcode' in error && error.errcode === SQLITE_FULL)) return new DiskFull(directory, error);
  if (UNUSABLE.has(error.code)) return new DirectoryUnusable(directory, error);
  return error;
}
