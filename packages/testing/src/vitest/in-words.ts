import { GodwitError, renderCodeFrame } from '@godwit/diagnostics';

/** What a runner prints of an error is its message and its stack: all that ours have to say goes into the one, and no line of our code into the other. */
export async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GodwitError)) throw error;
    const { code, message, details, frame, help } = error;
    const parts = [...details, ...(frame ? renderCodeFrame(frame) : []), ...(help ? [`help: ${help}`] : [])];
    const told = new Error([`${code}: ${message}`, ...parts].join('\n'));
    told.stack = `${told.name}: ${told.message}`;
    throw told;
  }
}
