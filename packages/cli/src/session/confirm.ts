import type { CommandContext } from '../context.ts';

/** Asks a yes-or-no question; the default is no, and so is Ctrl-C. Also no where nobody can be asked. */
export async function confirm({ ask, signal }: CommandContext, question: string): Promise<boolean> {
  if (ask === null) return false;
  return /^y(es)?$/i.test((await ask(`${question} [y/N] `, signal)).trim());
}
