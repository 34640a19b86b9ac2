import type { VerseUserDefinitions, VerseUserInsights } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';
import { random } from '../random.ts';
import { definitions } from './definitions.ts';
import { insights } from './insights.ts';
import { users } from './users.ts';

const FIRST_DAY = '2025-06-02';

export const userInsights: readonly VerseUserInsights[] = users.flatMap(({ id = 0 }) => {
  const { integer, sample } = random(`verse.user_insights ${id}`);
  return sample(insights, integer(3, 8)).map((insight) => ({
    user_id: id,
    insight_id: insight.id ?? 0,
    created_at: instant(FIRST_DAY, integer(0, 150) * DAY + integer(300, 1_350)),
  }));
});

export const userDefinitions: readonly VerseUserDefinitions[] = users.flatMap(({ id = 0 }) => {
  const { integer, sample } = random(`verse.user_definitions ${id}`);
  return sample(definitions, integer(1, 6)).map((definition) => ({
    user_id: id,
    definition_id: definition.id ?? 0,
    created_at: instant(FIRST_DAY, integer(0, 150) * DAY + integer(300, 1_350)),
  }));
});
