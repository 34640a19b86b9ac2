/** A change of the hard schema, and all that is to be said of it. */
export interface Mutation {
  readonly name: string;
  readonly sql: string;
  /** What `describeDifference` tells, in order. `OWNER` stands for the role that runs the test. */
  readonly expected: readonly string[];
}
