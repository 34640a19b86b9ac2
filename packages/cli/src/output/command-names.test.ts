import { expect, test } from 'vitest';
import { commandNames, inWordsOf, writtenName } from './command-names.ts';

const HELP = [
  'godwit upgrade +1',
  'wait for it: godwit wait',
  'godwit db start',
  'or pnpm db stop',
  'pnpm migrate status',
  'see: godwit --help, godwit help init and godwit db --help',
  '(`godwit repair`)',
  'grant usage on schema graphile_migrate, godwit to "app"',
  'select * from godwit.event',
  'the user who runs godwit needs to read it',
  'run pnpm seed, then pnpm generate',
  'godwit backfill run ratings',
  'godwit verify --only ratings, godwit backfill verify ratings',
].join('\n');

test.each([
  ['pnpm migrate', 'pnpm migrate', 'pnpm db', 'pnpm'],
  ['pnpm db', 'pnpm migrate', 'pnpm db', 'pnpm'],
  ['pnpm backfill', 'pnpm migrate', 'pnpm db', 'pnpm'],
  ['pnpm', 'pnpm migrate', 'pnpm db', 'pnpm'],
  ['npx -y pnpm@12.21.0 migrate', 'npx -y pnpm@12.21.0 migrate', 'npx -y pnpm@12.21.0 db', 'npx -y pnpm@12.21.0'],
  ['npx -y pnpm@12.21.0', 'npx -y pnpm@12.21.0 migrate', 'npx -y pnpm@12.21.0 db', 'npx -y pnpm@12.21.0'],
  ['npx godwit', 'npx godwit', 'npx godwit db', 'pnpm'],
  ['npx godwit db', 'npx godwit', 'npx godwit db', 'pnpm'],
  ['pnpm exec godwit', 'pnpm exec godwit', 'pnpm exec godwit db', 'pnpm'],
])('commands in a help text are what somebody types who runs %s; the rest stays', (invocation, godwit, database, scripts) => {
  expect(inWordsOf(commandNames(invocation), HELP)).toBe(
    [
      `${godwit} upgrade +1`,
      `wait for it: ${godwit} wait`,
      `${database} start`,
      `or ${database} stop`,
      `${godwit} status`,
      `see: ${godwit} --help, ${godwit} help init and ${database} --help`,
      `(\`${godwit} repair\`)`,
      'grant usage on schema graphile_migrate, godwit to "app"',
      'select * from godwit.event',
      'the user who runs godwit needs to read it',
      `run ${scripts} seed, then ${scripts} generate`,
      `${database.replace(/db$/, 'backfill')} run ratings`,
      `${database.replace(/db$/, 'verify')} --only ratings, ${database.replace(/db$/, 'backfill')} verify ratings`,
    ].join('\n'),
  );
});

test.each([
  ['npx -y pnpm@12.21.0 migrate', 'godwit'],
  ['npx -y pnpm@12.21.0 db', 'godwit db'],
  ['npx -y pnpm@12.21.0', 'pnpm'],
  ['godwit', 'godwit'],
  ['npx godwit db', 'godwit db'],
  ['pnpm backfill', 'godwit backfill'],
])('%s is written as %s', (invocation, written) => {
  expect(writtenName(invocation)).toBe(written);
});
