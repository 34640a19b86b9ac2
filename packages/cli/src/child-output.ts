import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Output } from './output/output.ts';

/**
 * Passes what another program prints on to stderr, line by line: stdout is ours. Resolves when it has said everything.
 *
 * @param keeps says of each line whether it is passed on; all are unless given
 */
export async function relayOutput(child: ChildProcess, output: Output, keeps: (line: string) => boolean = () => true): Promise<void> {
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  await Promise.all(
    streams.map(async (input) => {
      for await (const line of createInterface({ input })) if (keeps(line)) output.note(line);
    }),
  );
}
