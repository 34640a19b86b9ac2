/** Says what is going on, on a terminal only, in one line that is overwritten. */
export interface Progress {
  /** An empty text clears the line. */
  readonly say: (text: string) => void;
}

const WIDTH = 79;

export function createProgress(stream: { readonly isTTY?: boolean; write(text: string): unknown }): Progress {
  return {
    say: (text) => {
      if (stream.isTTY === true) stream.write(`\r\u001b[2K${text.slice(0, WIDTH)}`);
    },
  };
}
