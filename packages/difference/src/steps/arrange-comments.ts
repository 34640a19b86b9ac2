import type { Catalog } from '@godwit/catalog';
import type { Step } from './step.ts';

/** The steps with comments last: of a table, of its columns in their order, of the rest. Nothing waits for a comment. */
export function arrangeComments(steps: readonly Step[], to: Catalog): readonly Step[] {
  const comments = steps.filter(({ aspect }) => aspect === 'comment');
  const places = new Map(comments.map((step) => [step, placeOf(to, step.object)]));
  const place = (step: Step) => places.get(step) ?? '';
  return [...steps.filter(({ aspect }) => aspect !== 'comment'), ...comments.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))];
}

/** A text to sort by: the relation, then `0` for itself, `1` and the position for a column, `2` for the rest. */
function placeOf({ objects }: Catalog, id: string): string {
  const object = objects[id];
  if (object === undefined) return id;
  const outer = object.within.map((within) => objects[within]).find((found) => found !== undefined && found.kind !== 'schema');
  if (outer === undefined) return [...object.path, '', '0'].join(SEPARATOR);
  const columns = outer.kind === 'table' || outer.kind === 'composite type' ? outer.properties.columns : [];
  const position = object.kind === 'column' || object.kind === 'attribute' ? columns.indexOf(object.path[2] ?? '') : -1;
  return [...outer.path, '', position < 0 ? `2${id}` : `1${String(position).padStart(4, '0')}`].join(SEPARATOR);
}

/** Comes before every character of a name. */
const SEPARATOR = '\u0001';
