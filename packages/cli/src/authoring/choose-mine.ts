import type { Repository } from '@godwit/authoring';
import type { Revision } from '@godwit/history';
import type { CommandContext } from '../context.ts';

interface Choice {
  readonly heads: readonly Revision[];
  readonly repository: Repository | null;
  readonly onto?: string | undefined;
}

/** Without Git somebody has to say which head is theirs; null where Git can tell, or nobody is there to ask. */
export async function chooseMine(context: CommandContext, { heads, repository, onto }: Choice): Promise<Revision | null> {
  const { ask, output, signal } = context;
  if (repository !== null || onto !== undefined || ask === null || heads.length !== 2) return null;
  for (const [index, { name, message }] of heads.entries()) output.note(`  ${index + 1}  ${name}${message === null ? '' : `  ${message}`}`);
  const answer = (await ask('Which of them is yours, and goes after the other? [1/2] ', signal)).trim();
  return heads.find((head, index) => answer === String(index + 1) || answer === head.name) ?? null;
}
