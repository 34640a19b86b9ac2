import { frameAt, GodwitError } from '@godwit/diagnostics';

/** Lines end in CRLF where they were committed with LF: Git on Windows rewrote the file. */
export class WindowsLineEndings extends GodwitError {
  readonly path: string;

  constructor(path: string) {
    super({
      code: 'GW003',
      message: `${path} has Windows line endings (CRLF)`,
      details: ['The hash was taken with LF, so every tool sees another file than the one that was committed'],
      help: [`perl -pi -e 's/\\r$//' '${path}'`, `and keep Git from doing it again: echo '*.sql -text' >> .gitattributes`].join('\n'),
    });
    this.path = path;
  }
}

/** The file begins with the three bytes EF BB BF, which hide its first header. */
export class ByteOrderMark extends GodwitError {
  readonly path: string;

  constructor(path: string) {
    super({
      code: 'GW004',
      message: `${path} begins with a byte order mark`,
      details: ['PostgreSQL and graphile-migrate take it for text'],
      help: `perl -pi -e 's/^\\xEF\\xBB\\xBF// if $. == 1' '${path}'\nand have the editor save as UTF-8 without BOM`,
    });
    this.path = path;
  }
}

/** A byte that is not UTF-8: the file was saved in Latin-1, Windows-1252 or UTF-16. */
export class InvalidUtf8 extends GodwitError {
  readonly path: string;
  /** Of the first wrong byte, counted from 0. */
  readonly byteOffset: number;
  readonly byte: number;

  constructor(options: {
    readonly path: string;
    readonly byteOffset: number;
    readonly byte: number;
    readonly text: string;
    readonly index: number;
  }) {
    const hex = options.byte.toString(16).toUpperCase().padStart(2, '0');
    super({
      code: 'GW005',
      message: `${options.path} is not UTF-8: byte 0x${hex} at offset ${options.byteOffset}`,
      help: `when it was saved as Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 '${options.path}' > fixed.sql\nand compare before replacing it; a committed file: git checkout -- '${options.path}'`,
      frame: frameAt(options.path, options.text, options.index),
    });
    this.path = options.path;
    this.byteOffset = options.byteOffset;
    this.byte = options.byte;
  }
}
