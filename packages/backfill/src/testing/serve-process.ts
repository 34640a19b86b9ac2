/** Serves in a process of its own, for tests that end it: `serve-process.ts <url> <root>`. Prints `<kind> <backfill>` for each event. */
import { parseDatabaseUrl } from '@godwit/postgres';
import { serveBackfills } from '../serve/serve-backfills.ts';
import { serveOptions } from './serve-options.ts';

const [url = '', root = ''] = process.argv.slice(2);
const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort());
await serveBackfills({
  ...(await serveOptions(parseDatabaseUrl(url, 'test'), root)),
  signal: interruption.signal,
  observer: (event) => {
    const about = event.kind === 'ended' ? `${event.progress.state} ${event.progress.name}` : event.kind;
    const backfill = 'backfill' in event ? ` ${event.backfill}` : '';
    process.stdout.write(`${about}${backfill}\n`);
  },
});
process.stdout.write('over\n');
