import { GodwitError } from '@godwit/diagnostics';
import { type CopyRefusal, quoteIdentifier } from '@godwit/postgres';

/** There is no place where a shadow database may be made, or none where it can be. */
export class NoShadow extends GodwitError {
  /** @param refusals one for each place that was tried */
  constructor(refusals: readonly CopyRefusal[], cause?: unknown) {
    const roles = refusals.flatMap(({ powerless }) => powerless ?? []);
    super({
      code: 'GW333',
      message: 'There is no place for a shadow database, on which revisions are tried',
      details: refusals.map(({ reason }) => reason),
      help: [
        ...roles.map((role) => `let the role create databases: alter role ${quoteIdentifier(role)} createdb`),
        `${roles.length === 0 ? '' : 'or '}name a server that may be used for it, and a role that may create databases there:`,
        'export SHADOW_DATABASE_URL="postgres://postgres@localhost/app_shadow"',
      ].join('\n'),
      ...(cause === undefined ? {} : { cause }),
    });
  }
}

/** The command that loads the seeds failed on the shadow database. */
export class SeedsFailed extends GodwitError {
  /** One line. */
  readonly because: string;

  constructor(options: { readonly command: string; readonly because: string; readonly cause?: unknown }) {
    const { command, because, cause } = options;
    super({
      code: 'GW335',
      message: `The seeds cannot be loaded: ${because}`,
      help: `run what loads them on a database of yours and see what it says: ${command}\nor leave "seeds" out of godwit.config.json: revisions are then proved without rows`,
      ...(cause === undefined ? {} : { cause }),
    });
    this.because = because;
  }
}
