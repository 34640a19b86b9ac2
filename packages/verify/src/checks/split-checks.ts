/** A line `--! Name: value`. */
export interface Header {
  readonly name: string;
  /** Null when there is no colon. */
  readonly value: string | null;
  /** Where the line begins in the text. */
  readonly offset: number;
  /** The line as it stands there. */
  readonly line: string;
}

/** A check as it stands in the text: from the line `--! Check: …` to the next one. */
export interface Section {
  readonly name: Header;
  /** The other lines that begin with `--!`, in order of place. */
  readonly headers: readonly Header[];
  readonly offset: number;
  readonly text: string;
}

export interface SplitText {
  /** What stands before the first check: comments, or what should not be there. */
  readonly preamble: string;
  /** Headers without a check that they belong to. */
  readonly stray: readonly Header[];
  readonly sections: readonly Section[];
}

const HEADER = /^--!.*$/gm;
const PARTS = /^--!\s*([^:\s]*)\s*(?::\s*(.*?)\s*)?$/;

/** The header with which a check begins. */
export const CHECK = 'Check';

/** Takes a file apart into its checks, by lines that begin with `--!`. */
export function splitChecks(text: string): SplitText {
  const headers = [...text.matchAll(HEADER)].map(({ 0: line, index }) => parseHeader(line, index));
  const begins = headers.filter(({ name }) => name === CHECK);
  const first = begins[0]?.offset ?? text.length;
  return {
    preamble: text.slice(0, first),
    stray: headers.filter(({ offset }) => offset < first),
    sections: begins.map((name, index) => {
      const end = begins[index + 1]?.offset ?? text.length;
      return {
        name,
        headers: headers.filter(({ offset }) => offset > name.offset && offset < end),
        offset: name.offset,
        text: text.slice(name.offset, end),
      };
    }),
  };
}

function parseHeader(written: string, offset: number): Header {
  const line = written.trimEnd();
  const [, name = '', value] = PARTS.exec(line) ?? [];
  return { name, value: value ?? null, offset, line };
}
