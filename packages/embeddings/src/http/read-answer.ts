import * as v from 'valibot';
import { UnreadableAnswer, WrongDimensions } from '../errors/answer-errors.ts';
import type { Endpoint } from './endpoint.ts';
import { readable } from './readable.ts';

/** The numbers themselves are looked at while they are copied: a hundred thousand of them would each get an object of valibot's. */
const Numbers = v.custom<readonly unknown[]>((value) => Array.isArray(value));

const Answer = v.object({ data: v.array(v.object({ index: v.optional(v.number()), embedding: Numbers })) });

/**
 * The vectors of an answer, in the order of the texts.
 *
 * @throws UnreadableAnswer, WrongDimensions
 */
export function readAnswer(endpoint: Endpoint, body: string, count: number): readonly Float32Array[] {
  const unreadable = (problem: string): UnreadableAnswer =>
    new UnreadableAnswer(endpoint.facts, problem, readable(body.slice(0, 2000), endpoint.key));
  const parsed = v.safeParse(Answer, parseJson(body, unreadable));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw unreadable(`${v.getDotPath(issue) ?? 'the answer'} is not what it should be, a list of embeddings`);
  }
  const { data } = parsed.output;
  if (data.length !== count) throw unreadable(`it has ${data.length} embeddings for ${count} texts`);
  const vectors = new Map<number, Float32Array>();
  for (const [position, { index = position, embedding }] of data.entries()) {
    if (!Number.isInteger(index) || index < 0 || index >= count) throw unreadable(`an embedding has the index ${index} of ${count} texts`);
    if (vectors.has(index)) throw unreadable(`two embeddings have the index ${index}`);
    vectors.set(index, toVector(endpoint, { index, embedding }, unreadable));
  }
  return [...vectors].sort(([a], [b]) => a - b).map(([, vector]) => vector);
}

/** The parser's own error is left out: it repeats what was sent, and with it, perhaps, our key. */
function parseJson(body: string, unreadable: (problem: string) => UnreadableAnswer): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw unreadable('it is no JSON');
  }
}

function toVector(
  { model, dimensions, sendDimensions }: Endpoint,
  { index, embedding }: { readonly index: number; readonly embedding: readonly unknown[] },
  unreadable: (problem: string) => UnreadableAnswer,
): Float32Array {
  if (embedding.length !== dimensions)
    throw new WrongDimensions(model, { expected: dimensions, got: embedding.length, asked: sendDimensions });
  const vector = new Float32Array(dimensions);
  for (const [place, value] of embedding.entries()) {
    vector[place] = typeof value === 'number' ? value : Number.NaN;
    // After the assignment, since a number can be too large for 32 bits.
    if (!Number.isFinite(vector[place]))
      throw unreadable(`embedding ${index} has ${JSON.stringify(value)} where number ${place} should be`);
  }
  return vector;
}
