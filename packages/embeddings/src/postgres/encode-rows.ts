import { MisfitKey, MisfitVector } from '../errors/copy-errors.ts';
import type { KeyColumn, VectorRow } from './vector-rows.ts';
import { spaceForKey, spaceForText, WRITE_KEY, writeText } from './write-key.ts';

/** One write to the socket; larger ones are no faster. */
const CHUNK_BYTES = 256 * 1024;

/** The signature, no flags, no extension: https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format". */
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const TRAILER = Buffer.from([0xff, 0xff]);

interface Layout {
  readonly key: readonly KeyColumn[];
  readonly dimensions: number;
}

/**
 * Rows in the binary format of COPY, a chunk at a time. Each chunk is one buffer that the rows are written into; nothing is allocated for a
 * number.
 *
 * @throws MisfitVector, MisfitKey, when the row is reached
 */
export function* encodeRows(rows: Iterable<VectorRow>, layout: Layout): Generator<Buffer, void> {
  yield HEADER;
  let chunk = allocate(CHUNK_BYTES);
  let end = 0;
  let number = 0;
  for (const row of rows) {
    const space = spaceFor(row, layout);
    if (end + space > chunk.buffer.length) {
      if (end > 0) yield chunk.buffer.subarray(0, end);
      chunk = allocate(Math.max(CHUNK_BYTES, space));
      end = 0;
    }
    end = writeRow(chunk, end, { row, number, layout });
    number++;
  }
  if (end > 0) yield chunk.buffer.subarray(0, end);
  yield TRAILER;
}

interface Chunk {
  readonly buffer: Buffer;
  /** Of the same memory: `setFloat32` takes half the time of `writeFloatBE`. */
  readonly view: DataView;
}

function allocate(bytes: number): Chunk {
  const buffer = Buffer.allocUnsafeSlow(bytes);
  return { buffer, view: new DataView(buffer.buffer, buffer.byteOffset, bytes) };
}

function spaceFor({ key, sourceHash }: VectorRow, { dimensions }: Layout): number {
  return 2 + key.reduce<number>((sum, value) => sum + spaceForKey(value), 0) + spaceForText(sourceHash) + 4 + vectorBytes(dimensions);
}

/** `vector_send` of pgvector: the dimensions and a spare field in 16 bits each, then the numbers as float4. */
function vectorBytes(dimensions: number): number {
  return 4 + 4 * dimensions;
}

function writeRow(
  { buffer, view }: Chunk,
  start: number,
  { row, number, layout }: { readonly row: VectorRow; readonly number: number; readonly layout: Layout },
): number {
  const { key, dimensions } = layout;
  let at = buffer.writeInt16BE(key.length + 2, start);
  for (const [index, { name, type }] of key.entries()) {
    const value = row.key[index];
    const after = value === undefined ? undefined : WRITE_KEY[type](buffer, at, value);
    if (after === undefined) throw new MisfitKey({ row: number, column: name, type });
    at = after;
  }
  at = writeText(buffer, at, row.sourceHash);
  const { vector } = row;
  if (vector.length !== dimensions) throw new MisfitVector({ row: number, expected: dimensions, got: vector.length });
  view.setInt32(at, vectorBytes(dimensions));
  view.setInt16(at + 4, dimensions);
  view.setInt16(at + 6, 0);
  at += 8;
  for (let place = 0; place < dimensions; place++, at += 4) view.setFloat32(at, vector[place] ?? 0);
  return at;
}
