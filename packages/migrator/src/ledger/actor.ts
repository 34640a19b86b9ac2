/** Who runs Godwit, as the server cannot know it. For `godwit.event`. */
export interface Actor {
  /** The user of the machine; null when unknown. */
  readonly osUser: string | null;
  /** The name of the machine; null when unknown. */
  readonly host: string | null;
  readonly godwitVersion: string | null;
}
