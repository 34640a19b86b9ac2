/** A change of the schema at head that must not go unnoticed. */
export interface Mutation {
  /** What is different afterwards, in words; unique in its system. */
  readonly name: string;
  /** One statement or several, which can run in a transaction. */
  readonly sql: string;
  /** The checks that must fail, and no others: `<system>/<topic>: <name of the check>`. */
  readonly caught: readonly string[];
}
