import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A message to the server, before it is sent or as it is; or a time after the beginning. */
export type Moment = { readonly message: number; readonly sent: boolean } | { readonly afterMs: number };

/**
 * Kills an upgrade in a process of its own (`upgrade-process.ts`), which says when it is about to send a message, and waits to be told to.
 *
 * @returns false when it ended by itself
 */
export async function killAt(child: ChildProcess, moment: Moment): Promise<boolean> {
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  child.on('message', (text) => {
    if (text === 'begin' && 'afterMs' in moment) timer = setTimeout(() => child.kill('SIGKILL'), moment.afterMs);
    if (text !== 'message') return;
    count += 1;
    const last = 'message' in moment && count === moment.message;
    const kill = (): void => {
      if (last) child.kill('SIGKILL');
    };
    if (last && !moment.sent) kill();
    else if (child.connected) child.send('go', kill);
  });
  const [code] = await once(child, 'exit');
  clearTimeout(timer);
  return code === null;
}
