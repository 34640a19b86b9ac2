import type { GodwitError } from '@godwit/diagnostics';
import { EmptyAnswer } from '../errors/answer-errors.ts';
import { EndpointFailing, KeyRefused, RateLimited, RequestRefused, type Said } from '../errors/refusals.ts';
import { EndpointSilent, EndpointUnreachable } from '../errors/silence.ts';
import type { Endpoint } from './endpoint.ts';
import type { Reply } from './post.ts';
import { readRefusal } from './read-refusal.ts';

/** What is to be done about a reply. */
export type Verdict =
  | { readonly kind: 'accept'; readonly body: string }
  /** A later attempt may succeed; after the last one, the error. */
  | {
      readonly kind: 'again';
      readonly waitMs: number | undefined;
      readonly limited: boolean;
      readonly error: (attempts: number) => GodwitError;
    }
  /** Too much for one request, or for one text. */
  | { readonly kind: 'divide'; readonly said: Said }
  | { readonly kind: 'refuse'; readonly error: GodwitError };

/** Passing troubles by RFC 9110 and by what OpenAI's and others' documentation tells to repeat. */
const PASSING = new Set([408, 409]);

/** Says that texts are too long or too many, with these statuses: 500 is llama.cpp's. */
const SIZE_STATUSES = new Set([400, 413, 422, 500]);
const TOO_MUCH =
  /context length|too long|too large|too many (?:tokens|inputs)|max(?:imum)?\b.{0,40}\b(?:tokens|length|characters|batch size)|less than \d+ tokens|exceeds?\b.{0,40}\b(?:length|tokens|limit|size)/i;

/** Decides about a reply; does nothing. */
export function judge(endpoint: Endpoint, reply: Reply): Verdict {
  const { facts, timeoutMs } = endpoint;
  if (reply.kind === 'silence') return again((attempts) => new EndpointSilent(facts, attempts, timeoutMs));
  if (reply.kind === 'unreachable') return again((attempts) => new EndpointUnreachable(facts, attempts, reply.cause));
  const { status, waitMs, body } = reply;
  if (status >= 200 && status < 300) {
    return body.trim() === '' ? { kind: 'refuse', error: new EmptyAnswer(facts) } : { kind: 'accept', body };
  }
  const { words, quotaSpent } = readRefusal(body, endpoint.key);
  const said = { status, words };
  if (status === 401 || status === 403) return { kind: 'refuse', error: new KeyRefused(facts, said) };
  if (status === 429) {
    const error = (attempts: number): GodwitError => new RateLimited(facts, said, { attempts, waitMs, quotaSpent });
    return quotaSpent ? { kind: 'refuse', error: error(1) } : { kind: 'again', waitMs, limited: true, error };
  }
  if (status === 413 || (SIZE_STATUSES.has(status) && TOO_MUCH.test(words))) return { kind: 'divide', said };
  if (status >= 500 || PASSING.has(status)) return again((attempts) => new EndpointFailing(facts, said, attempts), waitMs);
  return { kind: 'refuse', error: new RequestRefused(facts, said) };
}

function again(error: (attempts: number) => GodwitError, waitMs?: number): Verdict {
  return { kind: 'again', waitMs, limited: false, error };
}
