import { authenticationOk, commandComplete, readyForQuery, singleValue } from '../wire/backend-messages.ts';
import { ClientError } from './client-error.ts';
import type { ClientSocket } from './client-socket.ts';

/** A startup parameter: who sends it with the right token talks to the server itself, not to a database. */
export const CONTROL_PARAMETER = 'godwit.control';

/** Answers commands to the server itself. */
export interface Controller {
  readonly token: string;
  /** Resolves to what is said in reply. `null` when there is no such command or it is refused. */
  command(name: string): Promise<string | null>;
}

/** Serves one command, answered with a row of one column, and closes. */
export async function serveControl(socket: ClientSocket, token: string | undefined, controller: Controller | undefined): Promise<void> {
  if (controller === undefined || token !== controller.token) throw new ClientError({ code: '28000', message: 'wrong token' });
  socket.send(Buffer.concat([authenticationOk(), readyForQuery('I')]));
  let message = socket.reader.next();
  while (message === null && !socket.closed) {
    await socket.more();
    message = socket.reader.next();
  }
  if (message?.type !== 'Q') return;
  const answer = await controller.command(message.body.toString('utf8', 0, message.body.length - 1));
  if (answer === null) throw new ClientError({ code: '0A000', message: 'refused' });
  socket.send(Buffer.concat([singleValue('answer', answer), commandComplete('GODWIT'), readyForQuery('I')]));
}
