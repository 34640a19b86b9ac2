import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import type { CommandContext } from '../context.ts';

/** Who writes a revision, as Git would name them: `Ada Lovelace <ada@example.org>`; without Git the user of the system. */
export function authorOf(context: CommandContext): string {
  const { GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL } = context.environment;
  const settings = gitUser(context);
  const name = GIT_AUTHOR_NAME ?? settings.get('user.name') ?? systemUser();
  const email = GIT_AUTHOR_EMAIL ?? settings.get('user.email');
  return (email === undefined ? name : `${name} <${email}>`).replaceAll(/\s+/g, ' ').trim();
}

/** Empty where there is no Git, or nothing configured. */
function gitUser(context: CommandContext): ReadonlyMap<string, string> {
  try {
    const text = execFileSync('git', ['config', '--get-regexp', '^user\\.(name|email)$'], {
      cwd: context.config().root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: context.environment,
    });
    const lines = text.split('\n').map((line) => /^(\S+) (.*)$/.exec(line));
    return new Map(lines.flatMap((match) => (match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const])));
  } catch {
    return new Map();
  }
}

function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a user id without a name.
    return 'unknown';
  }
}
