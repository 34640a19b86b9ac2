import { TextTooLong } from '../errors/refusals.ts';
import { backoffMs } from './backoff.ts';
import { type Batch, halves } from './batches.ts';
import type { Endpoint } from './endpoint.ts';
import { judge, type Verdict } from './judge.ts';
import type { Pace } from './pace.ts';
import { post } from './post.ts';
import { readAnswer } from './read-answer.ts';

/** An endpoint and the pace that all who use it share. */
export interface PacedEndpoint {
  readonly endpoint: Endpoint;
  readonly requests: Pace;
  readonly texts: Pace;
}

/**
 * The vectors of a batch. One that is too large for the endpoint is sent in halves, down to the text that is too long by itself.
 *
 * @throws TextTooLong, what `judge` makes of the last reply, what `readAnswer` throws, the signal's reason
 */
export async function sendBatch(to: PacedEndpoint, batch: Batch, signal: AbortSignal | undefined): Promise<readonly Float32Array[]> {
  const verdict = await persist(to, batch, signal);
  if (verdict.kind === 'accept') return readAnswer(to.endpoint, verdict.body, batch.texts.length);
  const [text, ...others] = batch.texts;
  if (text !== undefined && others.length === 0) {
    throw new TextTooLong(to.endpoint.facts, verdict.said, { index: batch.first, characters: text.length });
  }
  const [before, after] = halves(batch);
  return [...(await sendBatch(to, before, signal)), ...(await sendBatch(to, after, signal))];
}

/** Sends a request again for as long as that may help. */
async function persist(
  { endpoint, requests, texts }: PacedEndpoint,
  batch: Batch,
  signal: AbortSignal | undefined,
): Promise<Extract<Verdict, { kind: 'accept' | 'divide' }>> {
  const { clock, random } = endpoint.io;
  for (let attempt = 1; ; attempt++) {
    await requests.take(1, signal);
    await texts.take(batch.texts.length, signal);
    const verdict = judge(endpoint, await post(endpoint, batch.texts, signal));
    if (verdict.kind === 'refuse') throw verdict.error;
    if (verdict.kind !== 'again') return verdict;
    const askedMs = verdict.waitMs ?? 0;
    if (attempt === endpoint.attempts || askedMs > endpoint.longestWaitMs) throw verdict.error(attempt);
    const waitMs = Math.max(askedMs, backoffMs(attempt, random));
    // What is too much for one is too much for all.
    if (verdict.limited) requests.hold(waitMs);
    await clock.sleep(waitMs, signal);
  }
}
