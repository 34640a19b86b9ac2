/** Rows to be seeded into one table. */
export interface SeedRows {
  /** `shelf.books`. */
  readonly table: string;
  /** Their keys are columns. A key that only some rows have is null in the others. */
  readonly rows: readonly object[];
}

/** A column as far as copying into it is concerned. */
export interface SeedColumn {
  readonly name: string;
  readonly isArray: boolean;
  readonly isJson: boolean;
}

/** A table of the database and its seed rows. */
export interface SeedTable extends SeedRows {
  readonly schema: string;
  readonly name: string;
  /** Those that a seed row names; the others keep their defaults. */
  readonly columns: readonly SeedColumn[];
  /** The primary key's columns, in its order. */
  readonly key: readonly string[];
  /** Behind its serial and identity columns, quoted: `{ column: 'id', sequence: 'shelf.books_id_seq' }`. */
  readonly sequences: readonly { readonly column: string; readonly sequence: string }[];
}

/** A foreign key that points at a seeded table. */
export interface ForeignKey {
  readonly name: string;
  readonly fromTable: string;
  readonly fromSchema: string;
  readonly fromName: string;
  readonly fromColumns: readonly string[];
  readonly toTable: string;
  readonly toColumns: readonly string[];
}
