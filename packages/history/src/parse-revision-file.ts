import { basename } from 'node:path';
import type { GodwitError } from '@godwit/diagnostics';
import { EditedRevision, NeedlessAllowInvalidHash } from './errors/chain.ts';
import { WindowsLineEndings } from './errors/encoding.ts';
import {
  DuplicateHeader,
  EmptyBody,
  InvalidFilename,
  InvalidMessage,
  InvalidReplaces,
  MissingBlankLine,
  MissingHeader,
} from './errors/format.ts';
import { parseFileName, proposeFileName } from './file-name.ts';
import { hashRevision } from './hash-revision.ts';
import { type ParsedText, parseText } from './header.ts';
import { invalidMessageReason } from './message.ts';
import { isNoTransaction } from './no-transaction.ts';
import { invalidReplaces } from './replaces.ts';
import type { Revision, RevisionHash } from './revision.ts';

export interface ParsedRevision {
  /** Null when the file does not say what it follows. Its `revert` is always null here. */
  readonly revision: Revision | null;
  /** What the header says, also of a file that is no revision: a follower of it is then not blamed for a broken chain. */
  readonly statedHash: RevisionHash | null;
  readonly problems: readonly GodwitError[];
}

/** Reads one committed file. Never throws: what is wrong with it is data, one problem a cause. */
export function parseRevisionFile(file: { readonly path: string; readonly text: string }): ParsedRevision {
  const { path, text } = file;
  const name = parseFileName(basename(path));
  if (name === null) {
    return { revision: null, statedHash: null, problems: [new InvalidFilename({ path, proposal: proposeFileName(basename(path)) })] };
  }
  const parsed = parseText(text);
  const previous = parsed.headers.Previous || null;
  const statedHash = parsed.headers.Hash || null;
  const problems = formatProblems(path, text, parsed);
  if (previous === null) return { revision: null, statedHash, problems };

  const previousHash = previous === '-' ? null : previous;
  const actualHash = hashRevision(parsed.body, previousHash);
  const hashProblem = statedHash === null ? null : judgeHash({ path, parsed, previousHash, statedHash, actualHash });
  const revision: Revision = {
    ...name,
    hash: statedHash ?? actualHash,
    previousHash,
    message: parsed.headers.Message || null,
    headers: parsed.headers,
    body: parsed.body,
    transactional: !isNoTransaction(parsed.body),
    bodyLine: parsed.bodyLine,
    path,
    revert: null,
  };
  return { revision, statedHash, problems: hashProblem === null ? problems : [...problems, hashProblem] };
}

function formatProblems(path: string, text: string, parsed: ParsedText): GodwitError[] {
  const problems: GodwitError[] = [];
  const missing = ['Previous', 'Hash'].filter((header) => !parsed.headers[header]);
  if (missing.length > 0) problems.push(new MissingHeader({ path, headers: missing }));
  if (parsed.duplicate !== null) problems.push(new DuplicateHeader({ path, text, ...parsed.duplicate }));
  const empty = parsed.body.trim() === '';
  if (empty) problems.push(new EmptyBody(path));
  if (!parsed.blankLine && parsed.headerLines > 0 && !empty)
    problems.push(new MissingBlankLine({ path, text, line: parsed.headerLines + 1 }));
  const message = parsed.headers.Message ?? '';
  const reason = invalidMessageReason(message);
  if (reason !== null) problems.push(new InvalidMessage({ path, reason, length: message.length }));
  const invalid = invalidReplaces(parsed.headers);
  if (invalid.length > 0) problems.push(new InvalidReplaces(path, invalid));
  return problems;
}

function judgeHash(options: {
  readonly path: string;
  readonly parsed: ParsedText;
  readonly previousHash: RevisionHash | null;
  readonly statedHash: RevisionHash;
  readonly actualHash: RevisionHash;
}): GodwitError | null {
  const { path, parsed, previousHash, statedHash, actualHash } = options;
  const allowed = 'AllowInvalidHash' in parsed.headers;
  if (statedHash === actualHash) return allowed ? new NeedlessAllowInvalidHash(path) : null;
  if (allowed) return null;
  const onlyLineEndings = hashRevision(parsed.body.replaceAll('\r\n', '\n'), previousHash) === statedHash;
  return onlyLineEndings ? new WindowsLineEndings(path) : new EditedRevision({ path, statedHash, actualHash });
}
