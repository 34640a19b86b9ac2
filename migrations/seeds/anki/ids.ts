import { createHash } from 'node:crypto';

/** A uuid of version 5 form made from a name: the same on every machine, like the ids of the other systems. */
export function idOf(kind: string, name: string | number): string {
  const hash = createHash('sha1').update(`godwit seed ${kind} ${name}`).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [hash.slice(0, 8), hash.slice(8, 12), `5${hash.slice(13, 16)}`, `${variant}${hash.slice(18, 20)}`, hash.slice(20, 32)].join('-');
}
