import { EndpointError, type EndpointFacts } from './endpoint-error.ts';

/** What the endpoint said with its refusal: its own words, without our key. */
export interface Said {
  readonly status: number;
  /** Empty when it said nothing. */
  readonly words: string;
}

/** 401 or 403: the key is missing, wrong, or not allowed to use the model. */
export class KeyRefused extends EndpointError {
  readonly keyVariable: string;

  constructor(endpoint: EndpointFacts, said: Said) {
    const { keyVariable, hasKey, model, url } = endpoint;
    super(endpoint, {
      code: 'GW432',
      message: hasKey ? `${url} refuses the key in ${keyVariable}` : `${url} asks for a key, and ${keyVariable} is not set`,
      details: answered(said),
      help: hasKey
        ? `Check that the key is whole, belongs to this endpoint, and may use the model ${model}:\n  export ${keyVariable}=…`
        : `export ${keyVariable}=…`,
    });
    this.keyVariable = keyVariable;
  }
}

/** 429: too much in too short a time, after all attempts; or no quota is left, after the first. */
export class RateLimited extends EndpointError {
  readonly attempts: number;
  /** What the endpoint asks to wait; undefined when it does not say. */
  readonly waitMs: number | undefined;

  constructor(endpoint: EndpointFacts, said: Said, { attempts, waitMs, quotaSpent }: RateLimit) {
    super(endpoint, {
      code: 'GW433',
      message: quotaSpent
        ? `The quota of the key in ${endpoint.keyVariable} is spent at ${endpoint.url}`
        : `Too many requests to ${endpoint.url}${waitMs === undefined ? '' : `: it asks to wait ${Math.ceil(waitMs / 1000)} s`}`,
      details: [...answered(said), times(attempts)],
      help: quotaSpent
        ? 'Look at the plan and the billing of the account there; waiting does not mend this.'
        : [
            waitMs === undefined ? 'Go on later, and slower:' : `Go on after ${Math.ceil(waitMs / 1000)} s, and slower:`,
            '  export EMBEDDINGS_REQUESTS_PER_MINUTE=60',
            '  export EMBEDDINGS_TEXTS_PER_MINUTE=3000',
          ].join('\n'),
    });
    this.attempts = attempts;
    this.waitMs = waitMs;
  }
}

export interface RateLimit {
  readonly attempts: number;
  readonly waitMs: number | undefined;
  readonly quotaSpent: boolean;
}

/** 408, 409 or 5xx, after all attempts. */
export class EndpointFailing extends EndpointError {
  readonly status: number;
  readonly attempts: number;

  constructor(endpoint: EndpointFacts, said: Said, attempts: number) {
    super(endpoint, {
      code: 'GW434',
      message: `${endpoint.url} fails with status ${said.status}`,
      details: [...answered(said), times(attempts)],
      help: "The fault is the endpoint's: look at its log or its status page, and go on later. Nothing is lost.",
    });
    this.status = said.status;
    this.attempts = attempts;
  }
}

/** Any other status: the address, the model or an option is wrong. */
export class RequestRefused extends EndpointError {
  readonly status: number;

  constructor(endpoint: EndpointFacts, said: Said) {
    super(endpoint, {
      code: 'GW442',
      message: `${endpoint.url} refuses the request with status ${said.status}`,
      details: answered(said),
      help: refusalHelp(endpoint, said.status),
    });
    this.status = said.status;
  }
}

/** One text is longer than the model takes. */
export class TextTooLong extends EndpointError {
  /** Of the text among those given to `embed`, from 0. */
  readonly index: number;

  constructor(endpoint: EndpointFacts, said: Said, { index, characters }: { readonly index: number; readonly characters: number }) {
    super(endpoint, {
      code: 'GW440',
      message: `Text ${index} of ${characters.toLocaleString('en')} characters is too long for ${endpoint.model}`,
      details: answered(said),
      help: 'Shorten it, divide it, or take a model with a longer context:\n  export EMBEDDINGS_MODEL=…',
    });
    this.index = index;
  }
}

function refusalHelp({ url, model }: EndpointFacts, status: number): string {
  if (status >= 300 && status < 400) return 'Set EMBEDDINGS_BASE_URL to where it redirects to: a key is not sent after a redirect.';
  if (status === 404)
    return `Check the address, ${url} (EMBEDDINGS_BASE_URL, often ending in /v1), and the model, ${model} (EMBEDDINGS_MODEL).`;
  return `Check the model, ${model} (EMBEDDINGS_MODEL), and whether it takes \`dimensions\` (EMBEDDINGS_SEND_DIMENSIONS).`;
}

function answered({ status, words }: Said): readonly string[] {
  return [words === '' ? `it answered ${status} and said nothing` : `it answered ${status}: ${words}`];
}

function times(attempts: number): string {
  return attempts === 1 ? 'tried once' : `tried ${attempts} times`;
}
