import { MessageReader, type WireMessage } from '../wire/message-reader.ts';
import { parseErrorResponse, type ServerError } from '../wire/server-error.ts';
import { type Engine, EngineFailure } from './engine.ts';

/**
 * Sends messages to an engine and hands over what it answers, as it comes.
 *
 * @throws EngineFailure when the engine is dead, or PostgreSQL said that it is beyond help (PANIC, FATAL): PGlite would go on with it all
 *   the same, whatever state it is in
 */
export async function exchange(engine: Engine, messages: Buffer, onMessages: (messages: readonly WireMessage[]) => void): Promise<void> {
  const reader = new MessageReader();
  let fatal: ServerError | null = null;
  await engine.run(messages, (chunk) => {
    reader.push(chunk);
    const received: WireMessage[] = [];
    for (let message = reader.next(); message !== null; message = reader.next()) {
      if (message.type === 'E') fatal ??= fatalError(message);
      received.push(message);
    }
    onMessages(received);
  });
  if (fatal !== null) throw await giveUp(engine, fatal);
}

function fatalError({ body }: WireMessage): ServerError | null {
  const error = parseErrorResponse(body);
  return error.severity === 'PANIC' || error.severity === 'FATAL' ? error : null;
}

async function giveUp(engine: Engine, { severity, message }: ServerError): Promise<EngineFailure> {
  const failure = new EngineFailure(`${severity}: ${message}`);
  await engine.kill(failure);
  return failure;
}
