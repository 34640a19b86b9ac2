import type { Bench } from '../bench-definition.ts';
import { apply500 } from './apply-500.ts';
import { backfill } from './backfill.ts';
import { beside } from './beside.ts';
import { check } from './check.ts';
import { commit } from './commit.ts';
import { drift } from './drift.ts';
import { embeddings } from './embeddings.ts';
import { fingerprints } from './fingerprints.ts';
import { growth } from './growth.ts';
import { lint } from './lint.ts';
import { start } from './start.ts';
import { testDatabase } from './test-database.ts';
import { verify } from './verify.ts';
import { watch } from './watch.ts';

/** Every bench, in the order in which they run. */
export const BENCHES: readonly Bench[] = [
  start,
  apply500,
  watch,
  commit,
  check,
  drift,
  verify,
  lint,
  testDatabase,
  backfill,
  beside,
  growth,
  fingerprints,
  embeddings,
];
