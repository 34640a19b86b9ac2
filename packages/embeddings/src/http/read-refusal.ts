import * as v from 'valibot';
import { readable } from './readable.ts';

const Text = v.optional(v.nullable(v.string()));

/** OpenAI's shape, and those of servers that leave the envelope away or answer in FastAPI's way. */
const Refusal = v.pipe(
  v.string(),
  v.parseJson(),
  v.union([
    v.object({ error: v.object({ message: v.string(), type: Text, code: v.optional(v.unknown()) }) }),
    v.pipe(
      v.object({ error: v.string(), error_type: Text }),
      v.transform(({ error, error_type }) => ({ error: { message: error, type: error_type, code: undefined } })),
    ),
    v.pipe(
      v.object({ message: v.string() }),
      v.transform(({ message }) => ({ error: { message, type: undefined, code: undefined } })),
    ),
    v.pipe(
      v.object({ detail: v.string() }),
      v.transform(({ detail }) => ({ error: { message: detail, type: undefined, code: undefined } })),
    ),
  ]),
);

/** What an endpoint said when it refused: its words in whatever shape, and whether the account has nothing left. */
export function readRefusal(body: string, key: string | undefined): { readonly words: string; readonly quotaSpent: boolean } {
  const parsed = v.safeParse(Refusal, body);
  if (!parsed.success) return { words: readable(body, key), quotaSpent: false };
  const { message, type, code } = parsed.output.error;
  return { words: readable(message, key), quotaSpent: type === 'insufficient_quota' || code === 'insufficient_quota' };
}
