import * as v from 'valibot';

/** A list of words: of a set, sorted; of a sequence (columns, labels, keys), in its order. */
export const words = v.array(v.string());
