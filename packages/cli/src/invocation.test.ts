import { expect, test } from 'vitest';
import { godwitCommand, pnpmCommand } from './invocation.ts';

const PNPM = 'pnpm/12.21.0 npm/? node/? linux x64';
const NPM = 'npm/11.19.1 node/v20.20.2 linux x64 workspaces/false';

const cases: readonly [how: string, environment: Readonly<Record<string, string>>, pnpm: string, godwit: string][] = [
  ['a shell', {}, 'pnpm', 'godwit'],
  [
    'pnpm on the PATH',
    { npm_command: 'run-script', npm_execpath: '/usr/lib/node_modules/pnpm/pnpm', npm_config_user_agent: PNPM },
    'pnpm',
    'pnpm exec godwit',
  ],
  [
    'npx pnpm',
    { npm_command: 'run-script', npm_execpath: '/root/.npm/_npx/0390bb19e1c6af29/node_modules/pnpm/pnpm', npm_config_user_agent: PNPM },
    'npx -y pnpm@12.21.0',
    'npx -y pnpm@12.21.0 exec godwit',
  ],
  [
    'npx pnpm on Windows',
    { npm_command: 'exec', npm_execpath: 'C:\\npm-cache\\_npx\\0390bb\\node_modules\\pnpm\\pnpm.exe', npm_config_user_agent: PNPM },
    'npx -y pnpm@12.21.0',
    'npx -y pnpm@12.21.0 exec godwit',
  ],
  [
    'npx pnpm under a user agent of their own',
    { npm_command: 'exec', npm_execpath: '/root/.npm/_npx/0390bb/node_modules/pnpm/pnpm', npm_config_user_agent: 'corporate' },
    'npx -y pnpm',
    'godwit',
  ],
  [
    'npx godwit',
    { npm_command: 'exec', npm_execpath: '/usr/lib/node_modules/npm/bin/npm-cli.js', npm_config_user_agent: NPM },
    'pnpm',
    'npx godwit',
  ],
];

test.each(cases)('after %s the next command is typed the same way', (_, environment, pnpm, godwit) => {
  expect([pnpmCommand(environment), godwitCommand(environment)]).toEqual([pnpm, godwit]);
});
