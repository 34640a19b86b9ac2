import { createInterface } from 'node:readline/promises';
import type { CommandContext } from '../context.ts';

/** Asks a yes-or-no question on the terminal; the default is no, and so is Ctrl-C. Never call it when `context.interactive` is false. */
export async function confirm(context: CommandContext, question: string): Promise<boolean> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await prompt.question(`${question} [y/N] `, { signal: context.signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    if (context.signal.aborted) return false;
    throw error;
  } finally {
    prompt.close();
  }
}
