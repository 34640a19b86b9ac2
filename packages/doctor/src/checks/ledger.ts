import { LEDGER_VERSION, readBackfillStates, readLedger } from '@godwit/migrator';
import { type Finding, fine, problem, warning } from '../finding.ts';
import type { Check } from '../patient.ts';

export const ledger: Check = {
  name: 'ledger',
  of: 'database',
  look: async ({ client, production: expected }) => {
    const found = await readLedger(client);
    const { version, applied, production } = found;
    if (!found.installed && version === null) return [fine('Godwit has never been here: the first upgrade makes its ledger')];
    const findings: Finding[] = [];
    const { unfinished, current, attempt } = found;
    if (unfinished?.running)
      findings.push(warning(`a run is at ${unfinished.name} just now`, ['Another one waits for it.'], ['godwit status']));
    else if (unfinished !== null)
      findings.push(
        problem(
          `${unfinished.name} began outside a transaction and never said how it ended`,
          [`It ran: ${unfinished.statement.trim().split('\n')[0]}`],
          ['godwit upgrade   -- settles what it recognises', 'godwit repair    -- takes your word for the rest'],
        ),
      );
    if (attempt !== null || current !== null)
      findings.push(
        warning(
          'what is being written is applied here, by watch',
          ['It is not committed; upgrade takes it back first.'],
          ['godwit watch --undo'],
        ),
      );
    if (expected && version !== null && !production)
      findings.push(
        warning(
          'ENVIRONMENT says production here, and the database does not know',
          ['Until it does, other machines may reset it, seed it and watch against it.'],
          ['godwit protect'],
        ),
      );
    for (const [name, { state }] of await readBackfillStates(client, found))
      if (state === 'paused')
        findings.push(
          warning(
            `the backfill ${name} is paused`,
            ['Revisions that wait for it stay where they are.'],
            [`godwit backfill status ${name}`],
          ),
        );
    const words =
      version === null
        ? "graphile-migrate's alone: the next upgrade adds what Godwit wants to know"
        : `version ${version.major}.${version.minor}${version.minor < LEDGER_VERSION.minor ? `, which the next upgrade brings to ${LEDGER_VERSION.major}.${LEDGER_VERSION.minor}` : ''}`;
    const mark = production ? ', marked as production' : '';
    return [fine(`${words}; ${applied.length} ${applied.length === 1 ? 'revision' : 'revisions'} applied${mark}`), ...findings];
  },
};
