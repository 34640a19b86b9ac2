/** A worker that does one batch and then stands still, to be killed: `killed-worker.ts <folder> <url>`. */
import { runOnce } from './run-once.ts';

const [folder = '', url = ''] = process.argv.slice(2);

await runOnce({
  folder,
  database: { url },
  observer: ({ kind }) => {
    if (kind !== 'batch') return;
    process.stdout.write('batch\n');
    // Nothing of this process goes on, as when a machine is frozen.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
