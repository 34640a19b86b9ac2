import { GodwitError } from '@godwit/diagnostics';

/** A row to be copied has a vector of another length than the staging table. */
export class MisfitVector extends GodwitError {
  /** Of the row, from 0. */
  readonly row: number;
  readonly expected: number;
  readonly got: number;

  constructor({ row, expected, got }: { readonly row: number; readonly expected: number; readonly got: number }) {
    super({
      code: 'GW446',
      message: `Row ${row} has a vector of ${got} dimensions for vector(${expected})`,
      help: 'Open the provider with the dimensions of the column.',
    });
    this.row = row;
    this.expected = expected;
    this.got = got;
  }
}

/** A value of a row is none of its key column's type. */
export class MisfitKey extends GodwitError {
  readonly row: number;
  readonly column: string;

  constructor({ row, column, type }: { readonly row: number; readonly column: string; readonly type: string }) {
    super({
      code: 'GW447',
      message: `Row ${row} has a key that is no ${type} in ${column}`,
      help: 'Keys are numbers for int4, bigints or whole numbers for int8, texts for uuid and text; never null.',
    });
    this.row = row;
    this.column = column;
  }
}

/** The staging table lives as long as a transaction, and there is none. */
export class NoTransaction extends GodwitError {
  constructor() {
    super({
      code: 'GW448',
      message: 'Vectors are copied outside a transaction, where their staging table would be gone at once',
      help: 'Send begin before copyVectors, and commit after the update that reads from the staging table.',
    });
  }
}
