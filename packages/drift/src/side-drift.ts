/** Drift that is in no catalog: how new an extension is, where a sequence stands. */
export interface SideDrift {
  /** The catalog's id of what it is about. */
  readonly object: string;
  readonly words: string;
  /** Null where no statement repairs it. */
  readonly repair: string | null;
  /** Null where there is nothing for a revision to say. */
  readonly adopt: string | null;
}
