import type { ServerStatus } from '@godwit/embedded/client';
import type { CommandContext } from '../../context.ts';
import { columns } from '../../output/columns.ts';
import { duration } from '../../output/time.ts';

const MEGABYTE = 1_000_000;

/** The lines of `db start` and `db status`. */
export function renderServer({ output, invocation }: CommandContext, status: ServerStatus | null): string[] {
  const { style } = output;
  if (status === null) return ['the embedded server is not running', `next: ${invocation} start`];
  return [
    `${style.green('✔')} embedded PostgreSQL on 127.0.0.1:${status.port}  ${style.dim(`pid ${status.pid}, up ${duration(status.uptimeMs)}`)}`,
    ...columns(
      status.databases.map(({ name, url, bytes, connections }) => [
        `  ${name}`,
        url,
        style.dim(`${Math.round(bytes / MEGABYTE)} MB`),
        style.dim(connections === 0 ? '' : connections === 1 ? '1 connection' : `${connections} connections`),
      ]),
    ),
    ...(status.idleStopAt === null
      ? []
      : [style.dim(`  stops by itself at ${status.idleStopAt.slice(11, 19)} UTC unless somebody connects`)]),
  ];
}
