import { once } from 'node:events';
import { connect, parseDatabaseUrl } from '@godwit/postgres';
import { execute } from '../execute/execute.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { plan } from '../plan/plan.ts';
import { prepareFollowing } from '../plan/prepare-following.ts';
import { crashHistory } from './crash-history.ts';
import { mergedHistory } from './merged-history.ts';
import { actor } from './migrate.ts';

/** An upgrade in a process of its own, to be killed. Before each message to the server it asks its parent, and waits for the answer. */
const settings = parseDatabaseUrl(process.argv[2] ?? '', 'test');
const client = await connect(settings);
const ledger = await readLedger(client);
const history = process.argv[3] === 'merged' ? mergedHistory.merged : crashHistory;
const [revision] = history.heads;
if (revision === undefined) throw new Error('no head');
const send = client.query.bind(client);
Reflect.set(client, 'query', async (...message: Parameters<typeof send>) => {
  process.send?.('message');
  await once(process, 'message');
  return await send(...message);
});
process.send?.('begin');
const following = await prepareFollowing({ history, ledger, placeholders: {}, applied: 'independent' });
await execute({
  plan: plan({ history, ledger, direction: 'up', target: { kind: 'revision', revision }, following }),
  client,
  connect: () => connect(settings),
  settings: { placeholders: {}, pgSettings: {}, actor },
});
await client.end();
process.disconnect?.();
