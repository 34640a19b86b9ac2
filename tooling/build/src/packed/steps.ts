import { describe, type Finished } from './run.ts';

/** Counts and prints what holds and what does not. */
export interface Steps {
  /** Runs one step; what it throws is a failure with its message. A failed step does not stop the ones after it. */
  readonly step: (name: string, run: () => void | Promise<void>) => Promise<void>;
  readonly failed: () => number;
}

export function createSteps(print: (line: string) => void): Steps {
  let failed = 0;
  return {
    step: async (name, run) => {
      try {
        await run();
        print(`✔ ${name}`);
      } catch (error) {
        failed++;
        print(`✖ ${name}\n${indent(error instanceof Error ? error.message : String(error))}`);
      }
    },
    failed: () => failed,
  };
}

/** @throws Error with the whole output unless it ended with that code and said that */
export function expectOutput(finished: Finished, code: number, ...said: readonly RegExp[]): void {
  const output = describe(finished);
  const missing = said.filter((pattern) => !pattern.test(output));
  if (finished.code === code && missing.length === 0) return;
  throw new Error(
    [`ended with ${finished.code}, expected ${code}`, ...missing.map((pattern) => `nothing matches ${pattern}`), output].join('\n'),
  );
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
