import { type Client, connect } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import type { CommandInput } from '../definition.ts';
import { type SelectedDatabase, selectDatabase } from './select-database.ts';

/** A connection to the selected database for the length of one command. */
export interface Session {
  readonly database: SelectedDatabase;
  readonly client: Client;
  /** Another connection to the same database; the caller ends it. */
  readonly connect: () => Promise<Client>;
}

/** Opens the selected database, hands it to the work and closes it, also after an error. */
export async function withSession<Result>(
  context: CommandContext,
  input: CommandInput,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const database = await selectDatabase(context, input);
  const open = () => connect({ ...database.settings, applicationName: `godwit ${context.version}` });
  const client = await open();
  try {
    return await work({ database, client, connect: open });
  } finally {
    await client.end().catch(() => undefined);
  }
}
