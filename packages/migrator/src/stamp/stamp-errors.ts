import { type Difference, describeDifference } from '@godwit/catalog';
import { GodwitError } from '@godwit/diagnostics';
import type { LedgerPosition } from '../plan/step.ts';

/** So many differences are told; the rest are counted. */
const SHOWN = 10;

/** The database does not look like the revision that it was to be marked as. */
export class StampMismatch extends GodwitError {
  readonly differences: readonly Difference[];

  constructor(target: string, differences: readonly Difference[]) {
    const lines = differences.flatMap((difference) => describeDifference(difference));
    const more = lines.length > SHOWN ? [`and ${lines.length - SHOWN} more`] : [];
    super({
      code: 'GW250',
      message: `This database does not look like ${target}: ${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}`,
      details: [`seen from ${target} to this database:`, ...lines.slice(0, SHOWN), ...more],
      help: 'Nothing was changed. Stamp the revision that it does look like, or make it look like this one. To mark it all the same: --force',
    });
    this.differences = differences;
  }
}

/** What the target looks like is not known, so nothing could be compared. */
export class StampUnverified extends GodwitError {
  constructor(target: string, reason: string) {
    super({
      code: 'GW251',
      message: `Whether this database looks like ${target} could not be checked`,
      details: [reason],
      help: 'Nothing was changed. Remove the cause above, or mark it without the check: --force',
    });
  }
}

/** The ledger is not where it was when it was read. */
export class StampRaced extends GodwitError {
  constructor(from: LedgerPosition) {
    super({
      code: 'GW252',
      message: `Somebody moved this database away from ${from?.name ?? 'base'} meanwhile`,
      help: 'Nothing was changed. Look where it stands (`godwit current`), and run the command again.',
    });
  }
}

/** A step outside a transaction has begun and not ended: whether it happened must be known first. */
export class StampUnfinished extends GodwitError {
  constructor() {
    super({
      code: 'GW253',
      message: 'A step that runs outside a transaction began on this database and has not ended',
      help: 'Nothing was changed. Wait for it, or run: godwit repair',
    });
  }
}

/** Another run holds the ledger. */
export class StampBusy extends GodwitError {
  constructor(waitedMs: number, cause: unknown) {
    super({
      code: 'GW254',
      message: `Another run has held the ledger of this database for ${Math.round(waitedMs / 1000)} s`,
      help: 'Nothing was changed. Run the command again when the other has ended.',
      cause,
    });
  }
}
