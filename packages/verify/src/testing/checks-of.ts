import type { History } from '@godwit/history';
import type { Check } from '../checks/check.ts';
import { parseChecks } from '../checks/parse-checks.ts';
import { historyOf } from './a-history.ts';

/** The checks of a text, as they would be read from `migrations/verify/shelf/books.sql`. @throws the first problem of it */
export async function checksOf(text: string, history: History = historyOf()): Promise<readonly Check[]> {
  const path = 'migrations/verify/shelf/books.sql';
  const { checks, problems } = await parseChecks({ system: 'shelf', topic: 'books', path, text }, history);
  if (problems[0] !== undefined) throw problems[0];
  return checks;
}
