import { join } from 'node:path';
import type { Revision } from '@godwit/history';

/** Where the evidence of a revision stands: `migrations/reverts/000003-slug.proof.json`. @param folder the migrations folder */
export function proofPath(folder: string, { name }: Pick<Revision, 'name'>): string {
  return join(folder, 'reverts', `${name}.proof.json`);
}
