import { UndoUnknown } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { MissingPackage } from '../session/errors.ts';
import type { Session } from '../session/open-session.ts';
import { undoAttempt } from './take-back.ts';

/** What is said when it has been done, by whomever. */
export const TAKEN_BACK = 'current.sql, which watch had applied, is taken back';

/**
 * Runs what begins with taking back the revision that is being written. Where watch was cut off before its way back was known, that is worked
 * out now, if the package that can is installed.
 *
 * @throws UndoUnknown where it is not
 */
export async function withWayBack<T>(context: CommandContext, session: Session, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UndoUnknown)) throw error;
    await undoAttempt(context, session).catch((reason: unknown) => {
      throw reason instanceof MissingPackage ? error : reason;
    });
    if (!context.output.json) context.output.line(`  ${context.output.style.yellow('↶')} ${TAKEN_BACK}`);
    return await work();
  }
}
