import * as v from 'valibot';

const count = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));

/** How a run behaves. Times are milliseconds. Changed while it runs by `godwit.backfill_set`, which knows no other names. */
export const SettingsSchema = v.strictObject({
  /** Batches under way at the same time, over all machines. */
  workers: v.optional(count(1), 2),
  /** How long a batch is meant to take. */
  batchMs: v.optional(count(1), 300),
  /** Rows of the first batch, and the most of any. */
  firstRows: v.optional(count(1), 1_000),
  maxRows: v.optional(count(1), 100_000),
  /** How much longer others may wait for their commits on our account, on average; percent. 0: however long. */
  othersWait: v.optional(v.pipe(v.number(), v.minValue(0)), 5),
  /** Rows that may be dead before the run pauses. */
  deadRows: v.optional(count(0), 0),
  lockTimeoutMs: v.optional(count(1), 1_000),
  statementTimeoutMs: v.optional(count(1), 30_000),
  /** After how long the server ends the session of a machine that has vanished in the middle of a batch. */
  idleTimeoutMs: v.optional(count(1), 60_000),
  /** How long an `external` batch may take until another worker takes it over. */
  leaseMs: v.optional(count(1), 120_000),
  /** Rows of one `external` batch, and of one look of the verification. */
  externalRows: v.optional(count(1), 100),
  verifyRows: v.optional(count(1), 50_000),
});

export type BackfillSettings = v.InferOutput<typeof SettingsSchema>;

export const SETTING_NAMES: readonly string[] = Object.keys(SettingsSchema.entries);

/**
 * The settings in force: defaults, then those of the definition, then those that somebody has set on the run. A name or value of the latter
 * that this version does not know is passed over: another version has written it.
 */
export function settingsOf(defined: Partial<BackfillSettings>, set: Readonly<Record<string, unknown>>): BackfillSettings {
  const known = Object.fromEntries(Object.entries(set).filter(([name, value]) => v.safeParse(SettingsSchema, { [name]: value }).success));
  return v.parse(SettingsSchema, { ...defined, ...known });
}
