import { EmptyBody, InvalidHeader, InvalidMessage } from './errors/format.ts';
import { serializeText } from './header.ts';
import { invalidMessageReason } from './message.ts';
import type { RevisionHash } from './revision.ts';

/** What a committed file is made of. A `Revision` is one, and so is what `commit` has in hand before there is a file. */
export interface RevisionText {
  readonly hash: RevisionHash;
  readonly previousHash: RevisionHash | null;
  readonly message: string | null;
  /** Written after the three above, which it may repeat. */
  readonly headers: Readonly<Record<string, string | null>>;
  readonly body: string;
}

const OWN_HEADERS = new Set(['Previous', 'Hash', 'Message']);

/**
 * The text of a committed file, byte for byte as graphile-migrate writes it. `parseRevisionFile` reads it back as it was.
 *
 * @throws EmptyBody, InvalidMessage, InvalidHeader when it could not be read back
 */
export function serializeRevision(revision: RevisionText): string {
  const message = revision.message?.trim() || null;
  const reason = message === null ? null : invalidMessageReason(message);
  if (reason !== null) throw new InvalidMessage({ path: null, reason, length: message?.length ?? 0 });
  if (revision.body.trim() === '') throw new EmptyBody(null);
  const others = Object.entries(revision.headers)
    .filter(([key]) => !OWN_HEADERS.has(key))
    .map(([key, value]) => [key, value?.trim() || null] as const);
  for (const [key, value] of others) assertHeader(key, value);
  return serializeText(
    [
      ['Previous', revision.previousHash ?? '-'],
      ['Hash', revision.hash],
      ...(message === null ? [] : [['Message', message] as const]),
      ...others,
    ],
    revision.body,
  );
}

/** @throws InvalidHeader when the header would not be read back as it was written */
export function assertHeader(key: string, value: string | null): void {
  if (!/^[A-Z][a-zA-Z0-9_]*$/.test(key)) throw new InvalidHeader(key, 'is not a capitalised word');
  if (value !== null && /[\n\r\u2028\u2029]/.test(value)) throw new InvalidHeader(key, 'has a value of more than one line');
}
