import { once } from 'node:events';
import type { ShadowServer } from '../shadow/shadow-server.ts';
import { withShadow } from '../shadow/with-shadow.ts';

/** A command that is killed while it builds a shadow database, or while it works with one. */
const server: ShadowServer = JSON.parse(process.argv[2] ?? '');
const wait = async (): Promise<void> => {
  process.send?.('there');
  await once(process, 'message');
};
await withShadow(
  { ...server, admin: { ...server.admin, applicationName: 'killed' } },
  { key: 'killed', build: process.argv[3] === 'while it builds' ? wait : async () => undefined },
  wait,
);
