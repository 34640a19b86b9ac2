import { GodwitError } from '@godwit/diagnostics';
import type { RevisionHash } from '../revision.ts';
import { HistoryFinding } from './finding.ts';

/** A revert whose revision is not in `committed/`. */
export class OrphanRevert extends HistoryFinding {
  readonly path: string;

  constructor(path: string) {
    super({
      code: 'GW030',
      message: `${path} reverts a revision that is not here`,
      help: `the revision was uncommitted: git rm '${path}'\nit is on another branch: leave the revert there too`,
    });
    this.path = path;
  }
}

/** A revert that was proved against another text of its revision, or carries another revision's name. */
export class RevertMismatch extends GodwitError {
  readonly path: string;
  readonly revertsHash: RevisionHash;
  readonly revisionPath: string;

  constructor(options: {
    readonly path: string;
    readonly revertsHash: RevisionHash;
    readonly revisionPath: string;
    readonly revisionHash: RevisionHash;
  }) {
    super({
      code: 'GW031',
      message: `${options.path} does not belong to ${options.revisionPath}`,
      details: [`the revert says      ${options.revertsHash}`, `the revision's hash  ${options.revisionHash}`],
      help: `git checkout -- '${options.path}' '${options.revisionPath}'\nor, when its SQL is the way back of this revision, give it the header "--! Reverts: ${options.revisionHash}"`,
    });
    this.path = options.path;
    this.revertsHash = options.revertsHash;
    this.revisionPath = options.revisionPath;
  }
}

/** The SQL of a revert is not what was proved. */
export class EditedRevert extends GodwitError {
  readonly path: string;
  readonly statedHash: RevisionHash;
  readonly actualHash: RevisionHash;

  constructor(options: { readonly path: string; readonly statedHash: RevisionHash; readonly actualHash: RevisionHash }) {
    super({
      code: 'GW032',
      message: `${options.path} was edited after it was proved`,
      details: [`the header says  ${options.statedHash}`, `its SQL has      ${options.actualHash}`],
      help: `take the edit back: git checkout -- '${options.path}'\nkeep it, after trying it on a copy: set its header to "--! Hash: ${options.actualHash}"`,
    });
    this.path = options.path;
    this.statedHash = options.statedHash;
    this.actualHash = options.actualHash;
  }
}

/** A revert that says there is no way back and then gives one, or gives neither a way nor a reason. */
export class ContradictoryRevert extends GodwitError {
  readonly path: string;
  readonly reason: 'both' | 'neither' | 'no reason';

  constructor(path: string, reason: 'both' | 'neither' | 'no reason') {
    const said = {
      both: 'is marked irreversible and has SQL',
      neither: 'has no SQL and is not marked irreversible',
      'no reason': 'is marked irreversible without a reason',
    };
    super({
      code: 'GW033',
      message: `${path} ${said[reason]}`,
      help: 'Either the SQL that goes back, or "--! Irreversible: <why>" and no SQL. A way back that has nothing to do is a comment that says so',
    });
    this.path = path;
    this.reason = reason;
  }
}

/** Two files in `reverts/` are for the same revision. */
export class DuplicateRevert extends GodwitError {
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super({
      code: 'GW034',
      message: 'Two files revert the same revision',
      details: paths,
      help: 'Delete the one that was not committed with the revision: git log --oneline -- FILE',
    });
    this.paths = paths;
  }
}
