/** An audiobook of the library. Titles, authors and years are facts; narrators, publishers and recordings are invented. */
export interface Audiobook {
  readonly id: number;
  readonly title: string;
  readonly subtitle?: string;
  readonly year: number;
  readonly authors: readonly [string, ...string[]];
  /** Series and place in it. */
  readonly series?: readonly [name: string, position: string];
  readonly minutes: number;
}
