import type { CommandDefinition } from 'godwit';

export const QUICKSTART: CommandDefinition = {
  name: 'quickstart',
  group: 'Develop',
  summary: 'migrate, seed and backfill the five systems, and show what is there',
  description: 'Uses the embedded server unless DATABASE_URL is set. Running it again changes nothing.',
  examples: [{ command: 'quickstart', explains: 'everything' }],
  load: () => import('./quickstart.ts'),
};
