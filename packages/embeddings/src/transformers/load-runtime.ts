/// <reference path="./huggingface-transformers.d.ts" />
import { MissingTransformers } from '../errors/model-errors.ts';
import type { Runtime } from './runtime.ts';

const PACKAGE = '@huggingface/transformers';

/**
 * Loads the optional package.
 *
 * @throws MissingTransformers when it is not installed
 */
export async function loadRuntime(): Promise<Runtime> {
  try {
    return await import('@huggingface/transformers');
  } catch (error) {
    if (isNotFound(error)) throw new MissingTransformers(PACKAGE, error);
    throw error;
  }
}

/** Of this package itself: a file that is missing inside of it is another trouble. */
function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(`'${PACKAGE}'`);
}
