import type { DaemonReport } from './daemon-options.ts';

/** Says it to the process that started this one, if that is still there. */
export function report(message: DaemonReport): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else process.send(message, () => resolve());
  });
}
