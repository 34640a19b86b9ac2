import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withProject } from './project.ts';
import { startProcess } from './run-process.ts';

test.runIf(existsSync('/proc/self'))('a folder in which the system makes none is an error, not a loop', async () => {
  await withProject({}, async ({ folder }) => {
    const running = startProcess(folder, ['init', '/proc/project']);
    // A process that turns in a loop hears no other signal, and would outlive the test.
    const limit = setTimeout(() => running.child.kill('SIGKILL'), 30_000);
    const { code } = await running.ended;
    clearTimeout(limit);
    expect({ code, said: running.stderr() }).toEqual({ code: 1, said: expect.stringContaining('GW531') });
  });
});
