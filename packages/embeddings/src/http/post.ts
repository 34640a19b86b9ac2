import type { Endpoint } from './endpoint.ts';
import { retryAfterMs } from './retry-after.ts';

/** What comes of one request. */
export type Reply =
  | { readonly kind: 'answer'; readonly status: number; readonly waitMs: number | undefined; readonly body: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'unreachable'; readonly cause: unknown };

/**
 * Sends one request and reads all of the answer, within the endpoint's time.
 *
 * @throws the signal's reason
 */
export async function post(endpoint: Endpoint, texts: readonly string[], signal: AbortSignal | undefined): Promise<Reply> {
  const { address, key, model, dimensions, sendDimensions, timeoutMs, io } = endpoint;
  signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await io.fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, input: texts, ...(sendDimensions ? { dimensions } : {}) }),
      // Followed, a POST would become a GET, and the key would not go with it.
      redirect: 'manual',
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    const waitMs = retryAfterMs(response.headers.get('retry-after'), io.clock.now());
    return { kind: 'answer', status: response.status, waitMs, body: await response.text() };
  } catch (cause) {
    signal?.throwIfAborted();
    return timeout.aborted ? { kind: 'silence' } : { kind: 'unreachable', cause };
  }
}
