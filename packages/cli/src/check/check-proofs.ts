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
  const written = write ? await writeEvidence(context, history, { proof, missing }) : [];
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
  history: History,
  { proof: { evidence }, missing }: NewEvidence,
): Promise<readonly string[]> {
  const { changeFiles, changesTo, disk, proofPath, serializeProof } = await loadAuthoring();
  const { root } = context.config();
  const files = history.revisions.flatMap((revision) => {
    const proof = evidence.get(revision.hash);
    return proof === undefined || !missing.has(revision.hash)
      ? []
      : [{ path: proofPath(history.folder, revision), text: serializeProof(proof) }];
  });
  await changeFolder(context, 'check --write', async () => {
    const changes = await changesTo(files, { root, store: disk });
    await changeFiles({ root, store: disk, command: 'check --write', changes });
  });
  return files.map(({ path }) => path);
}
