import { internalScript } from '../engine/internal-query.ts';
import { hasRole, readRoles } from '../session/roles.ts';
import { clearSession, deallocateScript, resumeSession } from '../session/switch-session.ts';
import { commandTag } from '../sql/database-statement.ts';
import { ClientError } from './client-error.ts';
import type { Conversation } from './conversation.ts';
import type { DatabaseCommands } from './database-commands.ts';
import type { ServerCommand } from './statement-plan.ts';

/**
 * Runs what the server answers itself and returns the tag of its CommandComplete. Not to be called inside a transaction.
 *
 * @throws ClientError with PostgreSQL's code and words
 */
export async function runServerCommand(commands: DatabaseCommands, conversation: Conversation, command: ServerCommand): Promise<string> {
  const by = conversation.database.record.name;
  switch (command.kind) {
    case 'create':
      await commands.create(command, await rolesFor(conversation, command.owner));
      return commandTag(command);
    case 'drop':
      await commands.drop(command, by);
      return commandTag(command);
    case 'rename':
      await commands.rename(command, by);
      return commandTag(command);
    case 'deallocate all':
      await deallocateAll(conversation);
      return 'DEALLOCATE ALL';
    case 'discard all':
      await discardAll(conversation);
      return 'DISCARD ALL';
  }
}

/** A new database knows the roles of the one it was made from: on a real server all share them. */
async function rolesFor({ session, database }: Conversation, owner: string | null): Promise<string[]> {
  const roles: string[] = [];
  await database.use(session, async (engine) => {
    roles.push(...(await readRoles(engine)));
    if (owner !== null && !(await hasRole(engine, owner)))
      throw new ClientError({ code: '42704', message: `role "${owner}" does not exist` });
    return true;
  });
  return roles;
}

async function deallocateAll({ session, database }: Conversation): Promise<void> {
  await database.use(session, async (engine) => {
    await internalScript(engine, deallocateScript(session.suffix));
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
