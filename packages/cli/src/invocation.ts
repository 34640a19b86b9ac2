type Environment = Readonly<Record<string, string | undefined>>;

/** Where npx keeps what it fetches to run it once. */
const NPX_CACHE = /[\\/]_npx[\\/]/;

/**
 * How the user starts pnpm: by its name, or through npx when this process was started so, because nothing says then that a pnpm is on the
 * PATH. The version is that of the pnpm that runs.
 */
export function pnpmCommand({ npm_execpath = '', npm_config_user_agent = '' }: Environment): string {
  if (!NPX_CACHE.test(npm_execpath)) return 'pnpm';
  const version = /^pnpm\/(\S+)/.exec(npm_config_user_agent)?.[1];
  return version === undefined ? 'npx -y pnpm' : `npx -y pnpm@${version}`;
}

/** How the user starts an installed `godwit`: a package manager that started this process is asked again. */
export function godwitCommand(environment: Environment): string {
  const { npm_command, npm_config_user_agent = '' } = environment;
  if (npm_command === undefined) return 'godwit';
  if (npm_config_user_agent.startsWith('pnpm/')) return `${pnpmCommand(environment)} exec godwit`;
  return npm_config_user_agent.startsWith('npm/') ? 'npx godwit' : 'godwit';
}
