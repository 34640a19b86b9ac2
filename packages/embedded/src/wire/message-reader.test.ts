import { expect, test } from 'vitest';
import { encodeMessage } from './encode.ts';
import { MessageReader } from './message-reader.ts';

function read(stream: Buffer, pieceSize: number): string[] {
  const reader = new MessageReader();
  const messages: string[] = [];
  for (let at = 0; at < stream.length; at += pieceSize) {
    reader.push(stream.subarray(at, at + pieceSize));
    for (let message = reader.next(); message !== null; message = reader.next()) messages.push(message.type + message.body.toString());
  }
  expect(reader.length).toBe(0);
  return messages;
}

test('messages come out whole, whatever the pieces', () => {
  const sent = ['Qone', 'S', `d${'x'.repeat(200)}`, 'Ztwo', 'c'];
  const stream = Buffer.concat(sent.map((message) => encodeMessage(message.charAt(0), Buffer.from(message.slice(1)))));
  for (let pieceSize = 1; pieceSize <= stream.length; pieceSize++) expect(read(stream, pieceSize)).toEqual(sent);
});

test('a large message in small pieces is joined once', () => {
  const reader = new MessageReader();
  const raw = encodeMessage('d', Buffer.alloc(64 * 1024 * 1024, 7));
  for (let at = 0; at < raw.length; at += 16_384) {
    expect(reader.next()).toBeNull();
    reader.push(raw.subarray(at, at + 16_384));
  }
  expect(reader.next()?.raw.equals(raw)).toBe(true);
});
