import { basename, join } from 'node:path';
import {
  fileNameFor,
  hashRevision,
  parseRevertFile,
  parseRevisionFile,
  type RevertText,
  type Revision,
  type RevisionHash,
  serializeRevert,
  serializeRevision,
} from '@godwit/history';

/** A revision that is yet to be written, and the texts of its files. */
export interface ComposedRevision {
  readonly revision: Revision;
  readonly text: string;
  /** Null when there is neither a way back nor a reason. */
  readonly revertText: string | null;
}

/** What a revision goes back by, before it has a hash. */
export type BackText = { readonly kind: 'sql'; readonly body: string } | { readonly kind: 'irreversible'; readonly reason: string };

export interface ComposeOptions {
  /** The migrations folder, as the user would type it. */
  readonly folder: string;
  readonly number: number;
  readonly previousHash: RevisionHash | null;
  readonly message: string;
  readonly headers: Revision['headers'];
  readonly body: string;
  readonly back: BackText | null;
}

/** @throws EmptyBody, InvalidMessage, InvalidHeader */
export function composeRevision({ folder, number, previousHash, message, headers, body, back }: ComposeOptions): ComposedRevision {
  const hash = hashRevision(body, previousHash);
  const text = serializeRevision({ hash, previousHash, message, headers, body });
  return compose(join(folder, 'committed', fileNameFor(number, message)), text, back && { ...back, reverts: hash });
}

/** From the texts of the files, so that what is proved is what will be read. */
function compose(path: string, text: string, back: RevertText | null): ComposedRevision {
  const { revision } = parseRevisionFile({ path, text });
  if (revision === null) throw new Error(`${path} would not be read back as it is written`);
  const revertText = back && serializeRevert(back);
  const revertPath = join(path, '..', '..', 'reverts', basename(path));
  const revert = revertText === null ? null : parseRevertFile({ path: revertPath, text: revertText }).revert;
  return { revision: { ...revision, revert }, text, revertText };
}

/** A committed revision in another place of the chain: the same SQL after another hash, its way back tied to the new one. */
export function chainAgain(
  folder: string,
  revision: Revision,
  place: { readonly number: number; readonly previousHash: RevisionHash | null },
): ComposedRevision {
  const { number, previousHash } = place;
  const { body, message, headers, slug, revert } = revision;
  const { AllowInvalidHash: _, ...kept } = headers;
  const hash = hashRevision(body, previousHash);
  const text = serializeRevision({ hash, previousHash, message, headers: kept, body });
  const path = join(folder, 'committed', `${String(number).padStart(6, '0')}${slug === '' ? '' : `-${slug}`}.sql`);
  return compose(path, text, revert && { ...revert, reverts: hash });
}
