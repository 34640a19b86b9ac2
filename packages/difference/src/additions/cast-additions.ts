import { quoteLiteral } from '@godwit/postgres';
import type { Addition } from './addition.ts';
import type { ObjectChange } from './object-change.ts';

/** Casts, which the engine does not know. */
export function castAdditions({ before, after }: ObjectChange<'cast'>): Omit<Addition, 'object'> {
  const same = before !== null && after !== null && definition(before) === definition(after);
  return {
    first: before === null || same ? [] : [`drop ${before.id}`],
    last:
      after === null
        ? []
        : [
            ...(same ? [] : [`create ${after.id}${definition(after)}`]),
            ...((before?.comment ?? null) === after.comment
              ? []
              : [`comment on ${after.id} is ${after.comment === null ? 'null' : quoteLiteral(after.comment)}`]),
          ],
  };
}

function definition({ properties: { method, context } }: NonNullable<ObjectChange<'cast'>['after']>): string {
  const how = method === 'input and output' ? 'with inout' : method === 'binary coercible' ? 'without function' : `with function ${method}`;
  return ` ${how}${context === 'explicit' ? '' : ` as ${context}`}`;
}
