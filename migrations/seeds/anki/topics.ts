/** A deck and the document it was made from, cut into chunks. All of it is our own wording of common knowledge. */
export interface Topic {
  readonly owner: string;
  readonly name: string;
  readonly description: string;
  readonly file: string | null;
  readonly cards: number;
  readonly tags: readonly string[];
  readonly chunks: readonly string[];
}
