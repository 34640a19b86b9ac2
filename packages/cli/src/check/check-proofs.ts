import type { HistoryProof, ShadowSource } from '@godwit/authoring';
import { type History, headOf, pathTo } from '@godwit/history';
import { changeFolder } from '../authoring/change-folder.ts';
import type { CommandContext } from '../context.ts';
import { count } from '../output/columns.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { type CheckOutcome, fine, found } from './check.ts';

export interface ProofRequest {
  readonly history: History;
  readonly source: ShadowSource;
  /** Writes the evidence that is missing. */
  readonly write: boolean;
}

/** Every revision goes up, down and up again, and its evidence is there. */
export async function checkProofs(context: CommandContext, { history, source, write }: ProofRequest): Promise<CheckOutcome> {
  const { disk, findEvidence, proveHistory } = await loadAuthoring();
  const head = headOf(history);
  const path = head === null ? [] : pathTo(history, head);
  const evidence = await findEvidence(disk, history.folder, path);
  const missing = new Set(path.filter(({ hash }) => !evidence.sound.has(hash)).map(({ hash }) => hash));
  let tried = 0;
  const proof = await proveHistory({
    source,
    history,
    path,
    wanted: write ? missing : new Set(),
    godwitVersion: context.version,
    onProved: () => {
      tried += 1;
      context.output.transient(`  ◐ proofs  ${tried} of ${path.length} up, down and up again`);
    },
    signal: context.signal,
  });
  const written = write && proof.evidence.size > 0 ? await writeEvidence(context, { history, source }, { proof, missing }) : [];
  const lacking = write ? (await findEvidence(disk, history.folder, path)).problems : evidence.problems;
  const summary = `${count(proof.proved, 'revision')} up, down and up again${written.length > 0 ? `, ${count(written.length, 'proof')} written` : ''}`;
  const findings = [...proof.failures, ...lacking];
  if (findings.length === 0) return fine(summary);
  const untried = proof.untried === 0 ? '' : `, ${proof.untried} after it not tried`;
  const parts = [
    ...(proof.failures.length > 0 ? [`${count(proof.failures.length, 'revision')} not proved${untried}`] : []),
    ...(lacking.length > 0 ? [`${count(lacking.length, 'revision')} without evidence`] : []),
  ];
  return found(parts.join(', '), findings);
}

interface NewEvidence {
  readonly proof: HistoryProof;
  readonly missing: ReadonlySet<string>;
}

async function writeEvidence(
  context: CommandContext,
  { history, source }: Pick<ProofRequest, 'history' | 'source'>,
  { proof: { evidence }, missing }: NewEvidence,
): Promise<readonly string[]> {
  const { changeFiles, changesTo, disk, proofPath, serializeProof } = await loadAuthoring();
  const { root } = context.config();
  const { digest, held } = await overSeeds(context, history, source);
  const files = history.revisions.flatMap((revision) => {
    const proof = evidence.get(revision.hash);
    if (proof === undefined || !missing.has(revision.hash)) return [];
    const seeds = held.has(revision.hash) ? digest : null;
    return [{ path: proofPath(history.folder, revision), text: serializeProof({ ...proof, seeds }) }];
  });
  await changeFolder(context, 'check --write', async () => {
    const changes = await changesTo(files, { root, store: disk });
    await changeFiles({ root, store: disk, command: 'check --write', changes });
  });
  return files.map(({ path }) => path);
}

interface OverSeeds {
  readonly digest: string | null;
  /** Revisions that hold over the rows of the seeds too. */
  readonly held: ReadonlySet<string>;
}

/** Seeds that cannot be loaded are told by a check of their own. */
async function overSeeds(context: CommandContext, history: History, source: ShadowSource): Promise<OverSeeds> {
  const { heldOverSeeds, withHistoryShadow } = await loadAuthoring();
  const head = headOf(history);
  const nothing: OverSeeds = { digest: null, held: new Set() };
  if (head === null || source.seeds === null) return nothing;
  const { digest } = source.seeds;
  const path = pathTo(history, head);
  let tried = 0;
  const onTried = (): void => context.output.transient(`  ◐ proofs  ${++tried} of ${path.length} over the rows of the seeds`);
  return await withHistoryShadow({ source, history, target: { kind: 'revision', revision: head }, seeds: true }, async (shadow) =>
    shadow.seeded ? { digest, held: await heldOverSeeds({ shadow, path, onTried, signal: context.signal }) } : nothing,
  );
}
