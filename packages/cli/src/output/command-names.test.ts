import { expect, test } from 'vitest';
import { commandNames, inWordsOf } from './command-names.ts';

const HELP = [
  'godwit upgrade +1',
  'wait for it: godwit wait',
  'godwit db start',
  'or pnpm db stop',
  'pnpm migrate status',
  'see: godwit --help and godwit db --help',
  '(`godwit repair`)',
  'grant usage on schema graphile_migrate, godwit to "app"',
  'select * from godwit.event',
  'the user who runs godwit needs to read it',
].join('\n');

test.each([
  ['pnpm migrate', 'pnpm migrate', 'pnpm db'],
  ['pnpm db', 'pnpm migrate', 'pnpm db'],
  ['npx godwit', 'npx godwit', 'npx godwit db'],
  ['npx godwit db', 'npx godwit', 'npx godwit db'],
])('commands in a help text are what somebody types who runs %s; the rest stays', (invocation, godwit, database) => {
  expect(inWordsOf(commandNames(invocation), HELP)).toBe(
    [
      `${godwit} upgrade +1`,
      `wait for it: ${godwit} wait`,
      `${database} start`,
      `or ${database} stop`,
      `${godwit} status`,
      `see: ${godwit} --help and ${database} --help`,
      `(\`${godwit} repair\`)`,
      'grant usage on schema graphile_migrate, godwit to "app"',
      'select * from godwit.event',
      'the user who runs godwit needs to read it',
    ].join('\n'),
  );
});
