import { suggest } from '@godwit/diagnostics';
import { UnknownTarget } from './errors/target.ts';
import { groupBy } from './group-by.ts';
import type { History } from './history.ts';
import { revisionsByHashPrefix } from './revisions-by-name.ts';

/** The error for a target that means nothing in this history, with what was probably meant. */
export function unknownTarget(history: Pick<History, 'revisions'>, written: string): UnknownTarget {
  const { revisions } = history;
  const slugs = groupBy(revisions, ({ slug }) => slug);
  const unique = revisions.flatMap(({ slug }) => (slug !== '' && slugs.get(slug)?.length === 1 ? [slug] : []));
  const hint = hintFor(history, written);
  const [first, last] = [revisions[0], revisions.at(-1)];
  return new UnknownTarget({
    target: written,
    suggestions: suggest(written, ['head', 'base', ...unique, ...revisions.map(({ name }) => name)]),
    known: first === undefined || last === undefined ? 'The history is empty' : `The history goes from ${first.name} to ${last.name}`,
    ...(hint === undefined ? {} : { hint }),
  });
}

function hintFor(history: Pick<History, 'revisions'>, written: string): string | undefined {
  if (/^0+$/.test(written)) return 'before the first revision is base';
  if (/^[0-9]+$/.test(written) && revisionsByHashPrefix(history, written).length > 0) return `for the hash write sha1:${written}`;
  if (/^(?:sha1:[0-9a-f]{0,6}|(?=.*[0-9])[0-9a-f]{4,6})$/i.test(written)) return 'a hash needs at least seven digits';
  if (/^(?:head|base)[~^@+-]/i.test(written)) return 'relative targets count from where the database stands: +1, -1';
  return undefined;
}
