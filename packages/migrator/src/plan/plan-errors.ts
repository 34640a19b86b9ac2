import { GodwitError } from '@godwit/diagnostics';
import type { AppliedRevision } from '../ledger/ledger.ts';
import { nameOfApplied } from '../ledger/ledger.ts';

/** A file on disk is not what was applied under its number. graphile-migrate does not notice. */
export class EditedAppliedRevision extends GodwitError {
  readonly path: string;
  readonly revision: string;
  readonly appliedHash: string;
  readonly diskHash: string;

  constructor(options: { readonly path: string; readonly revision: string; readonly appliedHash: string; readonly diskHash: string }) {
    const { path, revision, appliedHash, diskHash } = options;
    super({
      code: 'GW210',
      message: `${revision} was edited after it was applied to this database`,
      details: [`Applied: ${appliedHash}`, `On disk: ${diskHash}`],
      help: [
        'An applied revision never runs again, so the edit would never arrive. Take the file back, and write the change as a new revision:',
        `  git log --oneline -- ${path}`,
        `  git restore --source=<the commit before the edit> -- ${path}`,
        "  godwit commit -m '…'",
      ].join('\n'),
    });
    this.path = path;
    this.revision = revision;
    this.appliedHash = appliedHash;
    this.diskHash = diskHash;
  }
}

/** The database has a revision that the way to the target does not pass. */
export class ForkedFromLedger extends GodwitError {
  /** Applied here, not on the way to the target. */
  readonly applied: string;
  /** What the way to the target has in its place; null when it ends before. */
  readonly planned: string | null;

  constructor(options: { readonly applied: AppliedRevision; readonly planned: string | null; readonly parting: string }) {
    const applied = nameOfApplied(options.applied);
    super({
      code: 'GW211',
      message:
        options.planned === null
          ? `This database has ${applied}, which the target does not include`
          : `This database has ${applied} where the history goes on with ${options.planned}`,
      details: [`Both agree up to ${options.parting}`, `${applied} is ${options.applied.hash}`],
      help: [
        'Somebody applied another branch here. Either take that branch in (git merge),',
        `or undo what it brought, with the revert stored in the database: godwit downgrade ${options.parting}`,
      ].join('\n'),
    });
    this.applied = applied;
    this.planned = options.planned;
  }
}

/** Neither the disk nor the ledger has a way back. */
export class MissingRevert extends GodwitError {
  readonly revision: string;

  constructor(options: { readonly revision: string; readonly path: string; readonly reachable: string | null }) {
    super({
      code: 'GW212',
      message: `${options.revision} has no revert, neither on disk nor in the database`,
      help: [
        `Write ${options.path}, and run the command again; nothing was changed.`,
        ...(options.reachable === null ? [] : [`As far as it goes without: godwit downgrade ${options.reachable}`]),
      ].join('\n'),
    });
    this.revision = options.revision;
  }
}

/** Its author said that there is no way back. */
export class IrreversibleRevision extends GodwitError {
  readonly revision: string;
  readonly reason: string;

  constructor(options: { readonly revision: string; readonly reason: string; readonly reachable: string | null }) {
    super({
      code: 'GW213',
      message: `${options.revision} is irreversible: ${options.reason}`,
      help: [
        'Nothing was changed. Undo its effect with a new revision, or restore a backup taken before it.',
        ...(options.reachable === null ? [] : [`As far as it goes: godwit downgrade ${options.reachable}`]),
      ].join('\n'),
    });
    this.revision = options.revision;
    this.reason = options.reason;
  }
}

/** The database has revisions, and the disk has none: a wrong folder or half a build, not one that is behind. */
export class HistoryMissing extends GodwitError {
  readonly applied: number;

  constructor(applied: readonly AppliedRevision[], folder: string | undefined) {
    const last = applied.at(-1);
    super({
      code: 'GW216',
      message: `This database has ${applied.length === 1 ? '1 revision' : `${applied.length} revisions`}, and there is none on disk`,
      details: [
        ...(folder === undefined ? [] : [`Looked in: ${folder}/committed`]),
        ...(last === undefined ? [] : [`The database stands at ${nameOfApplied(last)}`]),
      ],
      help: [
        'A wrong folder? It is named by "migrations" in godwit.config.json.',
        'A build that left the files out? Look at its COPY lines, .dockerignore, a sparse checkout.',
        'What the database has: godwit status --all',
      ].join('\n'),
    });
    this.applied = applied.length;
  }
}

/** `upgrade` to something that lies behind. */
export class TargetBelow extends GodwitError {
  readonly target: string;
  readonly current: string;

  constructor(target: string, current: string) {
    super({
      code: 'GW214',
      message: `${target} is before ${current}, where this database stands`,
      help: `To go back: godwit downgrade ${target}`,
    });
    this.target = target;
    this.current = current;
  }
}

/** `downgrade` to something that lies ahead. */
export class TargetAbove extends GodwitError {
  readonly target: string;
  readonly current: string;

  constructor(target: string, current: string) {
    super({
      code: 'GW215',
      message: `${target} is after ${current}, where this database stands`,
      help: `To go forward: godwit upgrade ${target}`,
    });
    this.target = target;
    this.current = current;
  }
}

/** The ledger has a revision under the hash that it had before a merge, and the plan does not lead to its new place. */
export class MergedSince extends GodwitError {
  /** As the ledger calls it. */
  readonly applied: string;
  /** As the disk calls it. */
  readonly now: string;

  constructor(options: { readonly applied: string; readonly now: string; readonly leftOut: boolean }) {
    const { applied, now, leftOut } = options;
    super({
      code: 'GW217',
      message: leftOut
        ? `This database has ${applied}, which is ${now} since a merge, and the target lies before that`
        : `This database has ${applied}, which a merge has put after others as ${now}`,
      help: `what comes before it now is applied by: godwit upgrade${leftOut ? ` ${now}` : ''}`,
    });
    this.applied = applied;
    this.now = now;
  }
}

/** An applied revision would have to be reverted to follow a merge, and cannot be. */
export class NoWayToFollow extends GodwitError {
  readonly applied: string;

  constructor(options: { readonly applied: string; readonly because: string; readonly cause: Error }) {
    const { applied, because, cause } = options;
    super({
      code: 'GW218',
      message: `${applied} comes after others since a merge, and cannot be taken back to let them go first`,
      details: [because, cause.message],
      help: [
        'Nothing was changed. When their order makes no difference here, keep it, and apply the others beneath it:',
        '  godwit upgrade --merged keep',
      ].join('\n'),
      cause,
    });
    this.applied = applied;
  }
}
