/** Types of key columns that can be copied. */
export type KeyType = 'int4' | 'int8' | 'uuid' | 'text';

export interface KeyColumn {
  readonly name: string;
  readonly type: KeyType;
}

/** A number for int4, a bigint or a whole number for int8, a text for uuid and text. */
export type KeyValue = number | bigint | string;

/** A vector, the row it is for, and what it was made of. */
export interface VectorRow {
  /** One value for each key column, in their order. */
  readonly key: readonly KeyValue[];
  /** Of the text that was embedded, as the update will compute it: `sourceHash`, or any text of the caller's. */
  readonly sourceHash: string;
  readonly vector: Float32Array;
}
