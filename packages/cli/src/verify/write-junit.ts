import { accessSync, constants, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CommandContext } from '../context.ts';
import { ReportNotWritable } from './errors.ts';
import { junit } from './junit.ts';
import type { Verification } from './verification.ts';

export interface JunitFile {
  readonly write: (verification: Verification) => void;
}

/**
 * The file that `--junit` names, looked at before the work and written after it.
 *
 * @throws ReportNotWritable
 */
export function junitFile({ directory, now }: CommandContext, name: string): JunitFile {
  const path = resolve(directory, name);
  const started = now();
  const orSay = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      throw new ReportNotWritable(name, error);
    }
  };
  orSay(() => accessSync(dirname(path), constants.W_OK));
  return { write: (verification) => orSay(() => writeFileSync(path, junit(verification, { started }))) };
}
