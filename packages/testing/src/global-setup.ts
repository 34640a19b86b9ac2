import { parseDatabaseUrl } from '@godwit/postgres';
import { chooseServer } from './server/choose-server.ts';
import { inspectServer } from './server/inspect-server.ts';
import { startServer } from './server/start-server.ts';
import { inWords } from './vitest/in-words.ts';

/**
 * Starts, once for all test files, the server that their databases are made on; the returned function stops it. For `globalSetup` of vitest.
 *
 * @throws Error with what `chooseServer`, `startServer` and `inspectServer` have to say: then no test runs
 */
export default function setup(): Promise<() => Promise<void>> {
  return inWords(startRun);
}

async function startRun(): Promise<() => Promise<void>> {
  const choice = await chooseServer(process.env);
  const server = await startServer(choice);
  try {
    const { embedded } = await inspectServer(parseDatabaseUrl(server.url, 'test'));
    process.env.GODWIT_TEST_SERVER_URL = server.url;
    process.env.GODWIT_TEST_SERVER_KIND = embedded ? 'embedded' : choice.kind;
  } catch (error) {
    await server.stop();
    throw error;
  }
  process.stderr.write(`test server: ${choice.words}\n`);
  return server.stop;
}
