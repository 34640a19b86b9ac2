/** A worker in a process of its own, for tests that kill it: `worker-process.ts <url> <root> <name> <workers>`. Prints the state in which it left the run. */
import { connect, parseDatabaseUrl } from '@godwit/postgres';
import { loadBackfill } from '../definition/load-backfill.ts';
import { readWalkedTable } from '../key/walked-table.ts';
import { openRun } from '../run/open-run.ts';
import { runBackfill } from '../worker/run-backfill.ts';

const [url = '', root = '', name = '', workers = '1'] = process.argv.slice(2);
const settings = parseDatabaseUrl(url, 'test');
const client = await connect(settings);
const backfill = await loadBackfill(root, 'backfills', name);
const { table, key } = backfill.definition;
const walked = await readWalkedTable(client, { backfill: name, table, key });
const { run } = await openRun({ client, backfill, table: walked });
await client.end();
const state = await runBackfill({
  runId: run.id,
  backfill,
  table: walked,
  connect: () => connect(settings),
  workers: Number(workers),
  signal: new AbortController().signal,
  observer: ({ kind }) => {
    if (kind === 'batch') process.stdout.write('batch\n');
  },
});
process.stdout.write(`${state}\n`);
