import { assessLoss, type ExecuteSettings, type LossReport, type Plan } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';

/** What a plan would take from the rows that are there, counted in the session that its steps will have. Changes nothing. */
export function foreseeLoss(client: Client, plan: Plan, settings: ExecuteSettings): Promise<LossReport> {
  const { placeholders, pgSettings, searchPath } = settings;
  return assessLoss({ client, plan, placeholders, pgSettings, ...(searchPath === undefined ? {} : { searchPath }) });
}
