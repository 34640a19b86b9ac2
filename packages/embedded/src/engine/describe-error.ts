/** ENOSPC as Emscripten's file system numbers it (WASI). */
const NO_SPACE = 51;

/** What was thrown, in a form that goes from one thread to another: errors of Node, or of Emscripten, which are no `Error`. */
export function describeError(error: unknown): { readonly message: string; readonly code: string | null } {
  if (error instanceof Error)
    return { message: error.message, code: 'code' in error && typeof error.code === 'string' ? error.code : null };
  if (typeof error !== 'object' || error === null) return { message: String(error), code: null };
  if ('errno' in error && error.errno === NO_SPACE) return { message: 'no space left on device', code: 'ENOSPC' };
  if ('message' in error && typeof error.message === 'string') return { message: error.message, code: null };
  return { message: JSON.stringify(error), code: null };
}
