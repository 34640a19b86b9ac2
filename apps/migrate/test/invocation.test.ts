import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const VERSION = '99.1.2';

const PNPM = { npm_command: 'run-script', npm_config_user_agent: `pnpm/${VERSION} npm/? node/? linux x64` };

const programs = ['migrate', 'db', 'seed', 'quickstart'] as const;

test.each(programs)('%s prints commands that work for somebody who has npx alone', (program) => {
  const usage = (execpath: string) => usageOf(program, { ...PNPM, npm_execpath: execpath });
  expect(usage('/home/me/.npm/_npx/0390bb19e1c6af29/node_modules/pnpm/pnpm')).toMatch(
    new RegExp(`^Usage: npx -y pnpm@${VERSION} ${program} `),
  );
  expect(usage('/usr/lib/node_modules/pnpm/pnpm')).toMatch(new RegExp(`^Usage: pnpm ${program} `));
});

function usageOf(program: string, environment: Readonly<Record<string, string>>): string {
  const { PATH = '', SystemRoot = '' } = process.env;
  const entry = join(import.meta.dirname, '..', 'src', `${program}.ts`);
  const env = { PATH, ...(SystemRoot ? { SystemRoot } : {}), ...environment };
  const { stdout, stderr, status } = spawnSync(process.execPath, [entry, '--help'], { env, encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout;
}
