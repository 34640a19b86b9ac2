import { internalScript } from '../engine/internal-query.ts';
import { clearSession, deallocateScript, resumeSession } from '../session/switch-session.ts';
import { commandTag } from '../sql/database-statement.ts';
import type { Cluster } from './cluster.ts';
import type { Conversation } from './conversation.ts';
import type { ServerCommand } from './statement-plan.ts';

/**
 * Runs what the server answers itself and returns the tag of its CommandComplete. Not to be called inside a transaction.
 *
 * @throws ClientError with PostgreSQL's code and words
 */
export async function runServerCommand(cluster: Cluster, conversation: Conversation, command: ServerCommand): Promise<string> {
  const by = conversation.database.record.name;
  switch (command.kind) {
    case 'create':
      await cluster.create(command.name, command.template);
      return commandTag(command);
    case 'drop':
      await cluster.drop(command.name, { ...command, by });
      return commandTag(command);
    case 'rename':
      await cluster.rename(command.name, command.to, by);
      return commandTag(command);
    case 'deallocate all':
      await deallocateAll(conversation);
      return 'DEALLOCATE ALL';
    case 'discard all':
      await discardAll(conversation);
      return 'DISCARD ALL';
  }
}

async function deallocateAll({ session, database }: Conversation): Promise<void> {
  await database.use(session, async (engine) => {
    await internalScript(engine, deallocateScript(session.prefix));
    return true;
  });
}

/** DISCARD ALL in parts, because the backend's own would take the prepared statements and channels of the others too. */
async function discardAll({ session, database }: Conversation): Promise<void> {
  await database.use(session, async (engine) => {
    await clearSession(engine, session);
    await resumeSession(engine, session);
    return true;
  });
}
