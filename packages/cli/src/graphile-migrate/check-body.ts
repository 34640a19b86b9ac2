import { isNoTransaction } from '@godwit/history';
import { explain, type Step } from '@godwit/migrator';
import { CurrentRefused } from './errors.ts';

/**
 * Stops what `upgrade` would refuse to run, before it is committed: graphile-migrate runs some of it.
 *
 * @throws CurrentRefused
 */
export async function checkBody(file: string, text: string): Promise<void> {
  const step: Step = {
    hash: '',
    number: 0,
    name: file,
    ledgerName: file,
    message: null,
    revert: null,
    direction: 'up',
    previousHash: null,
    body: text,
    transactional: !isNoTransaction(text.trim()),
    source: { kind: 'file', path: file, bodyLine: 1 },
    expectedHead: null,
  };
  const [explained] = await explain({ steps: [step] }, { placeholders: {} });
  const problem = explained?.problem;
  // Placeholders are not resolved here, and one alone may stand where SQL does not allow a name.
  if (!problem || problem.finding.kind === 'placeholder') return;
  if (problem.finding.kind === 'syntax' && /(?<![\w:]):[A-Z][A-Z0-9_]*\b/.test(text)) return;
  throw new CurrentRefused({ message: problem.finding.message, frame: problem.frame, help: problem.finding.help });
}
