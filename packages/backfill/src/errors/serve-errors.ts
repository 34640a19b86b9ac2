import { GodwitError } from '@godwit/diagnostics';

/** pg-boss is an optional package. */
export class QueueMissing extends GodwitError {
  constructor(cause: unknown) {
    super({
      code: 'GW450',
      message: 'The queue of backfills needs the package pg-boss, which is not installed',
      help: 'npm install --save-dev pg-boss@12   (Node 22.12 or later)\nWithout it: godwit backfill run NAME, by the timer of your platform',
      cause,
    });
  }
}

/** One process serves all connections of the embedded server: there a queue would have nobody to share with, and workers wait for each other. */
export class QueueNeedsServer extends GodwitError {
  constructor() {
    super({
      code: 'GW451',
      message: 'The embedded server has no queue of backfills: it does one thing at a time',
      help: 'godwit backfill run NAME   does it here and now; serve and queue want a PostgreSQL server: --database URL',
    });
  }
}

/** pg-boss keeps its jobs in a schema of its own, which somebody has to create. */
export class QueueNotPermitted extends GodwitError {
  constructor(role: string, cause: unknown) {
    super({
      code: 'GW452',
      message: `The role ${role} may not use the schema pgboss, or not create it`,
      help: 'Let a role that may create schemas run this once, and serve as the role that owns the schema.',
      cause,
    });
  }
}

/** A schedule that looks like one and is none. */
export class ScheduleUnusable extends GodwitError {
  constructor(subject: string, cron: string, cause: unknown) {
    super({
      code: 'GW453',
      message: `The schedule of ${subject}, ${JSON.stringify(cron)}, cannot be used`,
      help: "minute, hour, day of the month, month, day of the week: '0 3 * * *' is every night at three",
      cause,
    });
  }
}

/** pg-boss has names for queues that are narrower than those of folders. */
export class NameNotForQueue extends GodwitError {
  constructor(backfill: string) {
    super({
      code: 'GW454',
      message: `The backfill ${JSON.stringify(backfill)} cannot be queued by that name`,
      help: 'Name its folder with letters, digits, hyphens, underscores and dots.',
    });
  }
}

/** Whoever serves leaves a paused run as it is. */
export class RunIsPaused extends GodwitError {
  constructor(backfill: string, reason: string | null) {
    super({
      code: 'GW455',
      exitCode: 3,
      message: `The run of the backfill ${backfill} is paused, and stays so until somebody resumes it`,
      details: reason === null ? [] : [reason],
      help: `godwit backfill resume ${backfill}   and queue it again, or   godwit backfill run ${backfill}`,
    });
  }
}
