/** A traditional song: its words and tune belong to everybody; the chords are ours. */
export interface Song {
  readonly title: string;
  readonly artist: string;
  readonly also?: readonly string[];
  readonly keys: readonly string[];
  /** By part: `{ verse1: '…' }`. */
  readonly lyrics: Readonly<Record<string, string>>;
  /** By part, in the first key: `{ verse: ['G', 'C'] }`. */
  readonly chords: Readonly<Record<string, readonly string[]>>;
}
