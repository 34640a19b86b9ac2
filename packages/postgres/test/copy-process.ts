import { once } from 'node:events';
import type { CopyPlace } from '../src/copies/copy-place.ts';
import { withCopy } from '../src/copies/with-copy.ts';

/** A process that is killed while it builds a database, or while it works with one. */
const place: CopyPlace = JSON.parse(process.argv[2] ?? '');
const wait = async (): Promise<void> => {
  process.send?.('there');
  await once(process, 'message');
};
await withCopy(
  { ...place, admin: { ...place.admin, applicationName: 'killed' } },
  { key: 'killed', build: process.argv[3] === 'while it builds' ? wait : async () => undefined },
  wait,
);
