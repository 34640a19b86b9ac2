import { type CodeFrame, frameAt, GodwitError } from '@godwit/diagnostics';
import type { CheckFile } from '../checks/check.ts';

/** A file of checks that cannot be read as such. None of its checks is run. */
export abstract class CheckProblem extends GodwitError {}

/** A place in a file of checks. */
export interface CheckPlace {
  readonly file: CheckFile;
  readonly offset: number;
}

function frameOf({ file: { path, text }, offset }: CheckPlace): CodeFrame {
  return frameAt(path, text, offset);
}

/** A line that begins with `--!` and says nothing that a check can have. */
export class InvalidHeader extends CheckProblem {
  constructor(place: CheckPlace, { message, help }: { readonly message: string; readonly help: string }) {
    super({ code: 'GW562', message, help, frame: frameOf(place) });
  }
}

/** Two checks of a file have one name. */
export class DuplicateCheck extends CheckProblem {
  constructor(place: CheckPlace, name: string, firstLine: number) {
    super({
      code: 'GW563',
      message: `Two checks are called ${JSON.stringify(name)}`,
      details: [`the first is on line ${firstLine}`],
      help: 'say in its name what this one looks at',
      frame: frameOf(place),
    });
  }
}

/** `From` or `Until` names no revision, or the two leave none between them. */
export class UnknownCheckTarget extends CheckProblem {
  constructor(
    place: CheckPlace,
    reason: { readonly message: string; readonly details?: readonly string[]; readonly help: string; readonly cause?: unknown },
  ) {
    super({ code: 'GW564', ...reason, frame: frameOf(place) });
  }
}

/** A check without a statement, or a statement without a check. */
export class EmptyCheck extends CheckProblem {
  constructor(place: CheckPlace, { message, help }: { readonly message: string; readonly help: string }) {
    super({ code: 'GW565', message, help, frame: frameOf(place) });
  }
}

/** SQL that cannot be run in a transaction that is rolled back, or not at all. */
export class CheckNotRunnable extends CheckProblem {
  constructor(place: CheckPlace, { message, help }: { readonly message: string; readonly help: string }) {
    super({ code: 'GW566', message, help, frame: frameOf(place) });
  }
}

/** A file that is in no folder of a system. */
export class MisplacedFile extends CheckProblem {
  constructor(path: string, wanted: string) {
    super({
      code: 'GW567',
      message: `${path} is in no folder of a system`,
      help: `move it: ${wanted}`,
    });
  }
}
