import { type Client, connect } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import type { CommandInput } from '../definition.ts';
import { explainServerError } from './explain-server-error.ts';
import { type SelectedDatabase, selectDatabase } from './select-database.ts';

/** A connection to the selected database for the length of one command. */
export interface Session {
  readonly database: SelectedDatabase;
  readonly client: Client;
  /** Another connection to the same database; the caller ends it. */
  readonly connect: () => Promise<Client>;
}

export interface SessionOptions {
  /** False for work that deals with Ctrl-C itself: the others are left where they are, and their connection is closed. */
  readonly interruptible?: boolean;
  /** How to do without a database, said when none is configured. */
  readonly otherwise?: string | undefined;
}

/**
 * Opens the selected database, hands it to the work and closes it, also after an error.
 *
 * @throws CommandInterrupted, ServerRefused for an error of the server that the work does not explain
 */
export async function withSession<Result>(
  context: CommandContext,
  input: CommandInput,
  work: (session: Session) => Promise<Result>,
  { interruptible = true, otherwise }: SessionOptions = {},
): Promise<Result> {
  const { signal, version } = context;
  const database = await selectDatabase(context, input, otherwise);
  const settings = { ...database.settings, applicationName: `godwit ${version}` };
  const client = await connect(settings, { signal });
  try {
    const working = work({ database, client, connect: () => connect(settings, { beside: true }) });
    return await (interruptible ? Promise.race([working, whenAborted(signal)]) : working);
  } catch (error) {
    throw explainServerError(error, database.settings.user, client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
