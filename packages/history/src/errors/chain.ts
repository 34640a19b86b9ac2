import { GodwitError } from '@godwit/diagnostics';
import type { RevisionHash } from '../revision.ts';
import { HistoryFinding } from './finding.ts';

/** The SQL of a committed file is not what it was when the file was committed. */
export class EditedRevision extends GodwitError {
  readonly path: string;
  readonly statedHash: RevisionHash;
  readonly actualHash: RevisionHash;

  constructor(options: { readonly path: string; readonly statedHash: RevisionHash; readonly actualHash: RevisionHash }) {
    super({
      code: 'GW020',
      message: `${options.path} was edited after it was committed`,
      details: [
        `the header says  ${options.statedHash}`,
        `its SQL has      ${options.actualHash}`,
        'Databases that have applied it will not run it again, so they would differ from new ones',
      ],
      help: [
        `take the edit back: git checkout -- '${options.path}'`,
        'keep it: make a new revision of it (current.sql, then godwit commit)',
        'no database but yours has applied it: git checkout, then godwit uncommit, edit, godwit commit',
      ].join('\n'),
    });
    this.path = options.path;
    this.statedHash = options.statedHash;
    this.actualHash = options.actualHash;
  }
}

/** `AllowInvalidHash` on a file whose hash is right: it would hide the next edit. */
export class NeedlessAllowInvalidHash extends GodwitError {
  readonly path: string;

  constructor(path: string) {
    super({
      code: 'GW021',
      message: `${path} allows an invalid hash, but its hash is right`,
      help: `delete the line "--! AllowInvalidHash" from ${path}`,
    });
    this.path = path;
  }
}

/** Two files of one line of history have the same number. */
export class DuplicateNumber extends GodwitError {
  readonly number: number;
  readonly paths: readonly string[];

  constructor(number: number, paths: readonly string[]) {
    super({
      code: 'GW022',
      message: `${paths.length} revisions have the number ${number}`,
      details: paths,
      help: 'The ledger knows a revision by its number. Rename the one that no database has applied to the next free number, with the name of its revert',
    });
    this.number = number;
    this.paths = paths;
  }
}

/** Two files have the same hash: one is a copy of the other. */
export class DuplicateRevision extends GodwitError {
  readonly hash: RevisionHash;
  readonly paths: readonly string[];

  constructor(hash: RevisionHash, paths: readonly string[]) {
    super({
      code: 'GW023',
      message: `${paths.length} files are the same revision ${hash.slice(0, 12)}`,
      details: paths,
      help: 'Delete the copy: a database can hold a hash only once',
    });
    this.hash = hash;
    this.paths = paths;
  }
}

/** `Previous` names a hash that no file has: a file is missing, or was committed on top of something else. */
export class BrokenChain extends GodwitError {
  readonly path: string;
  readonly previousHash: RevisionHash;
  /** Numbers that no file has between this file and the one before it. */
  readonly missingNumbers: readonly number[];

  constructor(options: {
    readonly path: string;
    readonly previousHash: RevisionHash;
    readonly missingNumbers: readonly number[];
    readonly before: string | null;
  }) {
    const missing = options.missingNumbers.map((number) => String(number).padStart(6, '0')).join(', ');
    super({
      code: 'GW024',
      message: `${options.path} follows ${options.previousHash.slice(0, 12)}, which no file has`,
      details: [
        missing === '' ? `The file before it is ${options.before ?? 'none'}` : `No file has the number ${missing}`,
        'A file was deleted or is not checked out, or this one was committed on another branch',
      ],
      help: [
        `find what is missing: git log --all --oneline -S '${options.previousHash}' -- '*.sql'`,
        "bring a deleted file back: git checkout COMMIT -- 'FILE'",
        'committed on top of a revision that was uncommitted since: godwit uncommit, then godwit commit',
      ].join('\n'),
    });
    this.path = options.path;
    this.previousHash = options.previousHash;
    this.missingNumbers = options.missingNumbers;
  }
}

/** What `Previous` names has been put elsewhere by a merge: this file was committed on a branch that had it in its old place. */
export class ReplacedPrevious extends GodwitError {
  readonly path: string;
  readonly previousHash: RevisionHash;
  /** The name of the revision that stands for it now. */
  readonly replacedBy: string;

  constructor(options: { readonly path: string; readonly previousHash: RevisionHash; readonly replacedBy: string }) {
    super({
      code: 'GW028',
      message: `${options.path} follows ${options.previousHash.slice(0, 12)}, which is ${options.replacedBy} since a merge`,
      details: ['It was committed before the one that it follows was put after others'],
      help: 'put it after them too: godwit merge',
    });
    this.path = options.path;
    this.previousHash = options.previousHash;
    this.replacedBy = options.replacedBy;
  }
}

/** A file has a lower number than the one that it follows, so that graphile-migrate and people read them in the wrong order. */
export class WrongOrder extends GodwitError {
  readonly path: string;

  constructor(options: { readonly path: string; readonly previousPath: string }) {
    super({
      code: 'GW025',
      message: `${options.path} follows ${options.previousPath}, whose number is higher`,
      help: `Give it the next free number, when no database has applied it; else git checkout -- '${options.path}'`,
    });
    this.path = options.path;
  }
}

/** Revisions follow each other in a ring. Only `AllowInvalidHash` makes that possible. */
export class ChainCycle extends GodwitError {
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super({
      code: 'GW026',
      message: `${paths.length === 1 ? 'A revision follows itself' : `${paths.length} revisions follow each other in a ring`}`,
      details: paths,
      help: 'One of them has a wrong "--! Previous:" and allows an invalid hash: git log -p shows what it was',
    });
    this.paths = paths;
  }
}

/** Numbers are left out although the chain is whole: nothing is missing, the names are only uneven. */
export class NumberGap extends HistoryFinding {
  readonly path: string;
  readonly missingNumbers: readonly number[];

  constructor(options: { readonly path: string; readonly previousPath: string; readonly missingNumbers: readonly number[] }) {
    super({
      code: 'GW027',
      message: `${options.path} comes right after ${options.previousPath}, without ${options.missingNumbers.map((number) => String(number).padStart(6, '0')).join(', ')} between them`,
      details: ['The chain of hashes is whole, so no file is missing'],
      help: 'Leave it when a database has applied it (the ledger keeps the number); else rename it and its revert',
    });
    this.path = options.path;
    this.missingNumbers = options.missingNumbers;
  }
}
