import { CATALOG_FORMAT, digestCatalog, narrowCatalog } from '@godwit/catalog';
import { LOCK_MODES } from '@godwit/migrator';
import * as v from 'valibot';
import type { ProvedRevision } from './prove.ts';

/** Counts up when the same revision would give another proof than before. */
const PROOF_FORMAT = 1;

const observed = v.object({
  locks: v.array(v.object({ object: v.string(), mode: v.picklist(LOCK_MODES) })),
  rewrites: v.array(v.string()),
  observed: v.boolean(),
});

const proofSchema = v.object({
  format: v.literal(PROOF_FORMAT),
  /** The revision's hash. */
  revision: v.string(),
  /** The hash of its way back; null for an irreversible one. */
  revert: v.nullable(v.string()),
  /** Which versions saw it. */
  versions: v.object({ godwit: v.string(), postgres: v.string(), catalog: v.number() }),
  /** Digest of the seeds' sources; null when it was proved without rows. */
  seeds: v.nullable(v.string()),
  /** Digests of the whole catalog, owners left out. After down it is `before` again, after the second up `after`. */
  catalog: v.object({ before: v.string(), after: v.string() }),
  /** Columns that the way back can only put last. */
  columnsLast: v.array(v.string()),
  up: observed,
  down: v.nullable(observed),
});

/** The evidence that a way back is right: `reverts/000003-slug.proof.json`. It holds no time, so that proving again changes nothing without a reason. */
export type Proof = v.InferOutput<typeof proofSchema>;

export interface ProofCircumstances {
  readonly godwitVersion: string;
  /** As the server says it: `17.5 (Debian 17.5-1)`. */
  readonly serverVersion: string;
  readonly seeds: string | null;
}

export function proofOf(proved: ProvedRevision, { godwitVersion, serverVersion, seeds }: ProofCircumstances): Proof {
  const { revision, before, after, up, down, columnsLast } = proved;
  const digest = (catalog: ProvedRevision['before']) => digestCatalog(narrowCatalog(catalog, { owners: false })).digest;
  return {
    format: PROOF_FORMAT,
    revision: revision.hash,
    revert: revision.revert?.kind === 'sql' ? revision.revert.hash : null,
    versions: { godwit: godwitVersion, postgres: serverVersion.split(' ')[0] ?? serverVersion, catalog: CATALOG_FORMAT },
    seeds,
    catalog: { before: digest(before), after: digest(after) },
    columnsLast: [...columnsLast],
    up: { locks: [...up.locks], rewrites: [...up.rewrites], observed: up.observed },
    down: down && { locks: [...down.locks], rewrites: [...down.rewrites], observed: down.observed },
  };
}

export function serializeProof(proof: Proof): string {
  return `${JSON.stringify(proof, null, 2)}\n`;
}

/** Null when the text is none, or of another format. */
export function parseProof(text: string): Proof | null {
  try {
    const parsed = v.safeParse(proofSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
