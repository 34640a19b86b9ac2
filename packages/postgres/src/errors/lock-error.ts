import { GodwitError } from '@godwit/diagnostics';
import { describeLockHolder, type LockHolder } from '../lock-holder.ts';

/** Another session kept the advisory lock for longer than we were ready to wait. */
export class LockUnavailable extends GodwitError {
  readonly holder: LockHolder | null;
  readonly waitedMs: number;

  constructor(holder: LockHolder | null, waitedMs: number) {
    super({
      code: 'GW109',
      message: `Another session holds the migration lock, and did not let go within ${(waitedMs / 1000).toFixed(1)} s`,
      details: holder === null ? [] : [`Held by ${describeLockHolder(holder)}`],
      help: `Wait for it to end, or allow more time with --patience.${
        holder === null ? '' : `\nIf it is stuck, end it:\n  select pg_terminate_backend(${holder.pid});`
      }`,
      exitCode: 3,
    });
    this.holder = holder;
    this.waitedMs = waitedMs;
  }
}
