/** Statements for what the engine does not know, in the order in which they run. */
export interface Addition {
  /** The catalog's id of what they are about. */
  readonly object: string;
  /** Before everything else, because the rest may be in their way. */
  readonly first: readonly string[];
  /** After everything else. */
  readonly last: readonly string[];
}
