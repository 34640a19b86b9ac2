import { shellWord } from '@godwit/diagnostics';
import { EndpointError, type EndpointFacts } from './endpoint-error.ts';

/** Nobody is there, or the connection broke, after all attempts. */
export class EndpointUnreachable extends EndpointError {
  readonly attempts: number;

  constructor(endpoint: EndpointFacts, attempts: number, cause: unknown) {
    super(endpoint, {
      code: 'GW435',
      message: `${endpoint.url} cannot be reached`,
      details: [...reasonOf(cause), attempts === 1 ? 'tried once' : `tried ${attempts} times`],
      cause,
      help: `Check EMBEDDINGS_BASE_URL, the network, and that the server is running:\n  curl -i ${shellWord(endpoint.url)}`,
    });
    this.attempts = attempts;
  }
}

/** The request was taken and not answered in time, after all attempts. */
export class EndpointSilent extends EndpointError {
  readonly attempts: number;
  readonly timeoutMs: number;

  constructor(endpoint: EndpointFacts, attempts: number, timeoutMs: number) {
    super(endpoint, {
      code: 'GW436',
      message: `${endpoint.url} did not answer within ${timeoutMs / 1000} s`,
      details: [attempts === 1 ? 'tried once' : `tried ${attempts} times`],
      help: 'Wait longer, or send less at once:\n  export EMBEDDINGS_TIMEOUT=120\n  export EMBEDDINGS_BATCH_TEXTS=16',
    });
    this.attempts = attempts;
    this.timeoutMs = timeoutMs;
  }
}

/** `fetch failed` says nothing, and an AggregateError, for a name with several addresses, not even that: the reason lies below. */
function reasonOf(error: unknown): readonly string[] {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return [];
  return error.cause === undefined ? [error.message] : reasonOf(error.cause);
}
