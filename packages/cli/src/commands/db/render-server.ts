import type { ServerStatus } from '@godwit/embedded/client';
import type { CommandContext } from '../../context.ts';
import { columns, count, flow, visibleLength } from '../../output/columns.ts';
import { duration } from '../../output/time.ts';

const MEGABYTE = 1_000_000;

/** The lines of `db start` and `db status`. */
export function renderServer({ output, invocation }: CommandContext, status: ServerStatus | null): string[] {
  const { style, width } = output;
  if (status === null) return ['the embedded server is not running', `next: ${invocation} start`];
  const rows = status.databases.map(({ name, url, bytes, connections }) => [
    `  ${name}`,
    url,
    style.dim(`${Math.round(bytes / MEGABYTE)} MB`),
    style.dim(connections === 0 ? '' : count(connections, 'connection')),
  ]);
  const lines = columns(rows);
  return [
    ...flow(
      [
        `${style.green('✔')} embedded PostgreSQL on 127.0.0.1:${status.port}`,
        style.dim(`pid ${status.pid}, up ${duration(status.uptimeMs)}`),
      ],
      width,
    ),
    ...(lines.every((line) => visibleLength(line) <= width) ? lines : rows.flatMap((row) => flow(row, width, 4))),
    ...(status.idleStopAt === null
      ? []
      : [style.dim(`  stops by itself at ${status.idleStopAt.slice(11, 19)} UTC unless somebody connects`)]),
  ];
}
