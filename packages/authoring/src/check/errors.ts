import { GodwitError } from '@godwit/diagnostics';

/** A committed revision is not what it was when the branch began. */
export class CommittedFileChanged extends GodwitError {
  readonly path: string;

  constructor(options: { readonly path: string; readonly how: 'changed' | 'removed'; readonly base: string }) {
    const { path, how, base } = options;
    super({
      code: 'GW336',
      message: `${path} was ${how} since ${base}`,
      help: `others may have applied it: git checkout ${base} -- '${path}'\nwhat it should do otherwise is a new revision`,
      exitCode: 2,
    });
    this.path = path;
  }
}

/** Something is written and not committed. */
export class Uncommitted extends GodwitError {
  readonly path: string;

  constructor(path: string, what: string) {
    super({ code: 'GW338', message: what, help: 'finish it: godwit commit -m "…"', exitCode: 2 });
    this.path = path;
  }
}

/** A revision has no way back and no reason, or its evidence is missing or of another state of its files. */
export class EvidenceMissing extends GodwitError {
  readonly path: string;

  constructor(options: { readonly path: string; readonly because: string; readonly help: string }) {
    super({ code: 'GW339', message: `${options.path} ${options.because}`, help: options.help, exitCode: 2 });
    this.path = options.path;
  }
}

/** What is made from the schema is not what it should be. */
export class Stale extends GodwitError {
  constructor(options: { readonly what: string; readonly details: readonly string[]; readonly help: string }) {
    super({ code: 'GW348', message: options.what, details: options.details, help: options.help, exitCode: 2 });
  }
}
