import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashRevision } from './hash-revision.ts';
import { parseRevisionFile } from './parse-revision-file.ts';
import { serializeRevision } from './serialize-revision.ts';
import { decodeSqlText } from './sql-text.ts';
import { bodies } from './testing/arbitrary.ts';

const path = 'committed/000002-x.sql';
const previousHash = `sha1:${'0'.repeat(40)}`;

/** Codes of what is found in a file with these bytes. */
function codesOf(bytes: Buffer): string[] {
  const { text, problems } = decodeSqlText(path, bytes);
  return [...problems, ...parseRevisionFile({ path, text }).problems].map(({ code }) => code);
}

/** The bytes of a committed file, and where its body lies in them. */
function fileWith(body: string): { readonly bytes: Buffer; readonly start: number; readonly end: number } {
  const bytes = Buffer.from(serializeRevision({ hash: hashRevision(body, previousHash), previousHash, message: 'x', headers: {}, body }));
  const length = Buffer.byteLength(body.trim());
  return { bytes, start: bytes.length - 1 - length, end: bytes.length - 1 };
}

test('an untouched file has no problem', () => {
  fc.assert(fc.property(bodies, (body) => void expect(codesOf(fileWith(body).bytes)).toEqual([])));
});

test('any other byte in any place of a body is found', () => {
  fc.assert(
    fc.property(bodies, fc.nat(), fc.integer({ min: 1, max: 255 }), (body, place, change) => {
      const { bytes, start, end } = fileWith(body);
      const index = start + (place % (end - start));
      bytes[index] = ((bytes[index] ?? 0) + change) % 256;
      expect(codesOf(bytes)).not.toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('a byte taken out of a body, or put into it, is found', () => {
  fc.assert(
    fc.property(bodies, fc.nat(), fc.nat({ max: 255 }), (body, place, added) => {
      const { bytes, start, end } = fileWith(body);
      const index = start + (place % (end - start));
      expect(codesOf(Buffer.concat([bytes.subarray(0, index), bytes.subarray(index + 1)]))).not.toEqual([]);
      fc.pre(index > start);
      expect(codesOf(Buffer.concat([bytes.subarray(0, index), Buffer.from([added]), bytes.subarray(index)]))).not.toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('another previous hash is found as an edit', () => {
  const { bytes } = fileWith('select 1;');
  expect(codesOf(Buffer.from(bytes.toString().replace('sha1:0000', 'sha1:1000')))).toEqual(['GW020']);
});
