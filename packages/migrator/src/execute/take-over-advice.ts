import type { Step } from '../plan/step.ts';

/** SQLSTATEs of what is there already: schema, table (also view, index, sequence), column, other object, function. */
const EXISTS_ALREADY = new Set(['42P06', '42P07', '42701', '42710', '42723']);

/**
 * What to do when a revision finds its objects there: other means made them, so the database is to be taken over. Empty for every other
 * failure.
 */
export function takeOverAdvice({ direction, previousHash, name }: Step, sqlState: string): string[] {
  if (direction === 'down' || !EXISTS_ALREADY.has(sqlState)) return [];
  if (previousHash !== null) {
    return ['Did somebody run it by hand? This compares the database with it and enters it, running nothing:', `  godwit stamp ${name}`];
  }
  return [
    'Was this database made by other means? Say at which revision it stands: it is compared, and nothing is run:',
    `  godwit stamp head   or an earlier one: godwit stamp ${name}`,
  ];
}
