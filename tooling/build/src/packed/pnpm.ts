import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './published-packages.ts';

/** The command line of the pnpm that runs us, else of the one that the root `package.json` names. */
export function pnpm(): readonly [string, ...string[]] {
  const running = process.env.npm_execpath;
  if (running !== undefined && /pnpm[^/\\]*$/.test(running)) return /\.[cm]?js$/.test(running) ? [process.execPath, running] : [running];
  const { packageManager } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'));
  return ['npx', '-y', String(packageManager)];
}
