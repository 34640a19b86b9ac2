import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Output } from './output/output.ts';

/** Passes what another program prints on to stderr, line by line: stdout is ours. Resolves when it has said everything. */
export async function relayOutput(child: ChildProcess, output: Output): Promise<void> {
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  await Promise.all(
    streams.map(async (input) => {
      for await (const line of createInterface({ input })) output.note(line);
    }),
  );
}
