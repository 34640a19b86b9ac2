import type { KeyType, KeyValue } from './vector-rows.ts';

/** Writes the value of a field, with its length before it, and returns where it ends; undefined when it is none of the type. */
type WriteKey = (to: Buffer, at: number, value: KeyValue) => number | undefined;

const UUID = /^[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}$/i;
const UUID_BYTES = 16;

/** PostgreSQL's binary formats: `int4send`, `int8send`, `uuid_send`, `textsend`. */
export const WRITE_KEY: Readonly<Record<KeyType, WriteKey>> = {
  int4(to, at, value) {
    if (typeof value !== 'number' || (value | 0) !== value) return undefined;
    return to.writeInt32BE(value, to.writeInt32BE(4, at));
  },
  int8(to, at, value) {
    const whole = typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
    if (typeof whole !== 'bigint' || BigInt.asIntN(64, whole) !== whole) return undefined;
    return to.writeBigInt64BE(whole, to.writeInt32BE(8, at));
  },
  uuid(to, at, value) {
    if (typeof value !== 'string' || !UUID.test(value)) return undefined;
    const start = to.writeInt32BE(UUID_BYTES, at);
    return start + to.write(value.replaceAll('-', ''), start, 'hex');
  },
  text(to, at, value) {
    return typeof value === 'string' ? writeText(to, at, value) : undefined;
  },
};

/** The bytes that a field may need, with its length. */
export function spaceForKey(value: KeyValue): number {
  return typeof value === 'string' ? spaceForText(value) : 4 + 8;
}

/** A UTF-16 code unit has three bytes of UTF-8 at most. */
export function spaceForText(text: string): number {
  return 4 + 3 * text.length;
}

export function writeText(to: Buffer, at: number, text: string): number {
  const length = to.write(text, at + 4, 'utf8');
  to.writeInt32BE(length, at);
  return at + 4 + length;
}
