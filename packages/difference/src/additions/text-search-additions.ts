import { quoteLiteral } from '@godwit/postgres';
import type { Addition } from './addition.ts';
import { qualified } from './names.ts';
import type { ObjectChange } from './object-change.ts';

/** A dictionary that no configuration goes through any more. */
export function dictionaryRemovals({ before, after }: ObjectChange<'text search dictionary'>): Omit<Addition, 'object'> {
  return { first: before === null || after !== null ? [] : [`drop text search dictionary ${qualified(before.path)}`], last: [] };
}

/** A new dictionary of text search, or other options of one. Another template is not made. */
export function dictionaryAdditions({ before, after }: ObjectChange<'text search dictionary'>): Omit<Addition, 'object'> {
  if (after === null) return { first: [], last: [] };
  const name = `text search dictionary ${qualified(after.path)}`;
  const { template, options } = after.properties;
  const create = before === null ? [`create ${name} (template = ${template}${options === null ? '' : `, ${options}`})`] : [];
  const isOther = before !== null && before.properties.options !== options && options !== null;
  return { first: [], last: [...create, ...(isOther ? [`alter ${name} (${options})`] : []), ...comment(name, before, after)] };
}

/** A configuration of text search, with the dictionaries that each kind of token goes through. */
export function configurationAdditions({ before, after }: ObjectChange<'text search configuration'>): Omit<Addition, 'object'> {
  const name = `text search configuration ${qualified((after ?? before)?.path ?? [])}`;
  const drop = before !== null && before.properties.parser !== after?.properties.parser ? [`drop ${name}`] : [];
  if (after === null) return { first: drop, last: [] };
  const kept = drop.length === 0 ? before : null;
  const [was, is] = [mappings(kept?.properties.mappings ?? []), mappings(after.properties.mappings)];
  return {
    first: drop,
    last: [
      ...(kept === null ? [`create ${name} (parser = ${after.properties.parser})`] : []),
      ...[...is].flatMap(([token, dictionaries]) => {
        if (was.get(token) === dictionaries) return [];
        return [`alter ${name} ${was.has(token) ? 'alter' : 'add'} mapping for ${token} with ${dictionaries}`];
      }),
      ...[...was.keys()].flatMap((token) => (is.has(token) ? [] : [`alter ${name} drop mapping for ${token}`])),
      ...comment(name, kept, after),
    ],
  };
}

/** `asciiword: english_stem, simple` */
function mappings(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.map((line) => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)];
    }),
  );
}

interface Commented {
  readonly comment: string | null;
}

function comment(name: string, before: Commented | null, after: Commented): readonly string[] {
  if ((before?.comment ?? null) === after.comment) return [];
  return [`comment on ${name} is ${after.comment === null ? 'null' : quoteLiteral(after.comment)}`];
}
