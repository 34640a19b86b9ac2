import { serverVersion } from '@godwit/postgres';
import { fine, problem, warning } from '../finding.ts';
import type { Check } from '../patient.ts';

const OLDEST = 15;
const NEWEST = 18;

export const version: Check = {
  name: 'version',
  of: 'server',
  look: async ({ client, embedded }) => {
    const number = serverVersion(client);
    const [major, minor] = [Math.floor(number / 10_000), number % 10_000];
    const words = `PostgreSQL ${major}.${minor}${embedded ? ', embedded: one backend for all, for development and tests alone' : ''}`;
    if (major < OLDEST)
      return [
        problem(
          words,
          [`Godwit is made for PostgreSQL ${OLDEST} to ${NEWEST}; upgrade refuses this one.`],
          ['upgrade the server: pg_upgrade, or its console'],
        ),
      ];
    if (major > NEWEST)
      return [
        warning(
          words,
          [`It is newer than this Godwit, which was tried on PostgreSQL ${OLDEST} to ${NEWEST}.`],
          ['look for a newer Godwit'],
        ),
      ];
    return [fine(words)];
  },
};
