import { GodwitError, renderCodeFrame } from '@godwit/diagnostics';

/** What a runner prints of an error is its message alone: all that ours have to say goes there. */
export async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GodwitError)) throw error;
    const { code, message, details, frame, help } = error;
    const parts = [...details, ...(frame ? renderCodeFrame(frame) : []), ...(help ? [`help: ${help}`] : [])];
    throw new Error([`${code}: ${message}`, ...parts].join('\n'));
  }
}
