import { GodwitError } from '@godwit/diagnostics';
import { type History, parseTarget, pathTo, type Revision, resolveTarget } from '@godwit/history';
import { UnknownCheckTarget } from '../errors/check-errors.ts';
import type { Check, CheckFile } from './check.ts';
import type { CheckHeaders } from './read-headers.ts';
import type { Header } from './split-checks.ts';

/**
 * Looks up between which revisions a check is true.
 *
 * @throws UnknownCheckTarget
 */
export function resolveRange(
  file: CheckFile,
  headers: Pick<CheckHeaders, 'from' | 'until'>,
  history: History,
): Pick<Check, 'from' | 'until'> {
  const from = headers.from === null ? null : revisionOf(file, headers.from, history);
  const until = headers.until === null ? null : revisionOf(file, headers.until, history);
  if (until !== null && headers.until !== null && from !== null && pathTo(history, from).includes(until))
    throw new UnknownCheckTarget(
      { file, offset: headers.until.offset },
      {
        message: `From ${from.name} until ${until.name} there is no revision`,
        help: 'a check is true up to, and not including, the revision of Until',
      },
    );
  return { from, until };
}

function revisionOf(file: CheckFile, { name, value, offset }: Header, history: History): Revision {
  const written = value ?? '';
  const target = parseTarget(written);
  const place = { file, offset };
  if (target.kind === 'head' || target.kind === 'base' || target.kind === 'relative')
    throw new UnknownCheckTarget(place, {
      message: `${name} cannot be ${written}, which is another revision tomorrow`,
      help: 'name the revision: godwit history',
    });
  try {
    const position = resolveTarget(history, target, { kind: 'base' });
    if (position.kind === 'revision') return position.revision;
    throw new Error(`${written} is no revision`);
  } catch (cause) {
    if (!(cause instanceof GodwitError)) throw cause;
    const { message, details, help = 'godwit history' } = cause;
    throw new UnknownCheckTarget(place, { message: `${name}: ${message}`, details, help, cause });
  }
}
