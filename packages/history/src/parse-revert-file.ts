import type { GodwitError } from '@godwit/diagnostics';
import { WindowsLineEndings } from './errors/encoding.ts';
import { DuplicateHeader, MissingBlankLine, MissingHeader } from './errors/format.ts';
import { ContradictoryRevert, EditedRevert } from './errors/revert.ts';
import { hashRevision } from './hash-revision.ts';
import { type ParsedText, parseText } from './header.ts';
import { isNoTransaction } from './no-transaction.ts';
import type { Revert, RevisionHash } from './revision.ts';

export interface ParsedRevert {
  /** Null when the file cannot be used. */
  readonly revert: Revert | null;
  /** The hash of the revision that it says it reverts; null when it does not say. */
  readonly reverts: RevisionHash | null;
  readonly problems: readonly GodwitError[];
}

/** Reads one file of `reverts/`. Never throws: what is wrong with it is data. */
export function parseRevertFile(file: { readonly path: string; readonly text: string }): ParsedRevert {
  const { path, text } = file;
  const parsed = parseText(text);
  const reverts = parsed.headers.Reverts || null;
  const problems: GodwitError[] = [];
  if (parsed.duplicate !== null) problems.push(new DuplicateHeader({ path, text, ...parsed.duplicate }));
  const empty = parsed.body.trim() === '';
  if (!parsed.blankLine && parsed.headerLines > 0 && !empty)
    problems.push(new MissingBlankLine({ path, text, line: parsed.headerLines + 1 }));
  const result = 'Irreversible' in parsed.headers ? irreversible(path, parsed) : sqlRevert(path, parsed, reverts);
  return {
    revert: problems.length + result.problems.length === 0 ? result.revert : null,
    reverts,
    problems: [...problems, ...result.problems],
  };
}

type Outcome = Pick<ParsedRevert, 'revert' | 'problems'>;

function irreversible(path: string, parsed: ParsedText): Outcome {
  const reason = parsed.headers.Irreversible;
  if (!reason) return { revert: null, problems: [new ContradictoryRevert(path, 'no reason')] };
  if (hasSql(parsed.body)) return { revert: null, problems: [new ContradictoryRevert(path, 'both')] };
  return { revert: { kind: 'irreversible', reason, path }, problems: [] };
}

function sqlRevert(path: string, parsed: ParsedText, reverts: RevisionHash | null): Outcome {
  const { body, bodyLine } = parsed;
  const statedHash = parsed.headers.Hash || null;
  if (reverts === null || statedHash === null) {
    const headers = [...(reverts === null ? ['Reverts'] : []), ...(statedHash === null ? ['Hash'] : [])];
    const help = reverts === null ? undefined : `when its SQL is what was meant: --! Hash: ${hashRevision(body, reverts)}`;
    return { revert: null, problems: [new MissingHeader({ path, headers, ...(help === undefined ? {} : { help }) })] };
  }
  if (body.trim() === '') return { revert: null, problems: [new ContradictoryRevert(path, 'neither')] };
  const actualHash = hashRevision(body, reverts);
  if (actualHash !== statedHash) {
    const onlyLineEndings = hashRevision(body.replaceAll('\r\n', '\n'), reverts) === statedHash;
    const problem = onlyLineEndings ? new WindowsLineEndings(path) : new EditedRevert({ path, statedHash, actualHash });
    return { revert: null, problems: [problem] };
  }
  return { revert: { kind: 'sql', hash: statedHash, body, transactional: !isNoTransaction(body), bodyLine, path }, problems: [] };
}

/** Comments may explain an irreversible revision further; anything else would be a way back. */
function hasSql(body: string): boolean {
  return body.split('\n').some((line) => line.trim() !== '' && !line.trimStart().startsWith('--'));
}
