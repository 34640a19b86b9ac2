import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { GodwitError } from '@godwit/diagnostics';
import { type DatabaseSettings, PasswordRequired, toDatabaseUrl, withClient } from '@godwit/postgres';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { selectDatabase } from '../../session/select-database.ts';

/** psql is not on the PATH. */
class MissingPsql extends GodwitError {
  constructor(url: string, cause: unknown) {
    super({
      code: 'GW530',
      message: 'The program psql is not installed',
      cause,
      help: `Debian and Ubuntu: sudo apt install postgresql-client\nmacOS: brew install libpq\nany other client can use ${url}`,
    });
  }
}

/**
 * Opens psql on the configured database; its exit code is ours. The password travels in the environment, not on the command line.
 *
 * @throws what `connect` throws: psql would say less of it
 */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { settings } = await selectDatabase(context, input);
  await knock(settings, context.signal);
  const url = toDatabaseUrl(settings, { password: false });
  const child = spawn('psql', [url, ...input.arguments], {
    stdio: 'inherit',
    env: { ...context.environment, ...(settings.password === undefined ? {} : { PGPASSWORD: settings.password }) },
  });
  context.signal.addEventListener('abort', () => child.kill(), { once: true });
  const [code] = await context.handOver(() =>
    Promise.race([
      once(child, 'exit'),
      once(child, 'error').then(([error]) => {
        throw new MissingPsql(url, error);
      }),
    ]),
  );
  return code === 0 ? 0 : 1;
}

/** Connects once. Where a password is missing, psql asks for it. */
async function knock(settings: DatabaseSettings, signal: AbortSignal): Promise<void> {
  try {
    await withClient(settings, async () => undefined, { signal, anyEncoding: true });
  } catch (error) {
    if (!(error instanceof PasswordRequired)) throw error;
  }
}
