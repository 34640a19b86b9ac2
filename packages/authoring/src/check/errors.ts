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

/** Lint has found what must not be committed. */
export class LintStops extends GodwitError {
  /** @param findings a line each: `migrations/current.sql:3 add-check: …` */
  constructor(findings: readonly string[]) {
    super({
      code: 'GW349',
      message: `Lint stops the commit: ${findings.length === 1 ? 'an error' : `${findings.length} errors`}`,
      details: findings,
      help: 'write it as shown above\nor, where it is right as it is, give the reason above the statement: -- godwit:ignore RULE: the table has twelve rows',
    });
  }
}

/** The folder `schema/` says what no revision makes. */
export class SchemaEdited extends GodwitError {
  constructor(folder: string, differences: readonly string[]) {
    super({
      code: 'GW329',
      message: `${folder} was edited, and this revision does not make what it says`,
      details: differences.slice(0, 20),
      help: `let it be written as a revision first: godwit revision --autogenerate -m "…"\nor take the edits back: git checkout -- '${folder}'`,
    });
  }
}
