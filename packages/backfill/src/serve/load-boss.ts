import { QueueMissing } from '../errors/serve-errors.ts';

/** pg-boss, which is loaded only by what serves. @throws QueueMissing */
export async function loadBoss() {
  try {
    return await import('pg-boss');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes("'pg-boss'"))
      throw new QueueMissing(error);
    throw error;
  }
}
