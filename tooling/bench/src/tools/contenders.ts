import { createRequire } from 'node:module';
import { join } from 'node:path';
import { resolveBinary } from 'dbmate';

const require = createRequire(import.meta.url);

/**
 * Where the others are. The scripts are run with our own Node and no shell in between, as ours is; pnpm's wrappers in
 * `.bin` would add a shell to each.
 */
export const CONTENDERS = {
  /** dbmate as npm installs it: a script that starts the binary. */
  dbmateScript: () => join(require.resolve('dbmate'), '../cli.js'),
  /** dbmate as a distribution or its Docker image installs it. */
  dbmateBinary: () => resolveBinary(),
  graphileMigrate: () => require.resolve('graphile-migrate/dist/cli.js'),
  /** squawk as npm installs it: a script that starts the binary. */
  squawk: () => require.resolve('squawk-cli/js/bin/squawk'),
  /** From the PATH. */
  psql: () => 'psql',
} as const;
