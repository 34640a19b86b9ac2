/** What a client says first. */
export type StartupPacket =
  | { readonly kind: 'encryption' }
  | { readonly kind: 'cancel'; readonly secret: number }
  | { readonly kind: 'startup'; readonly minorVersion: number; readonly parameters: ReadonlyMap<string, string> }
  | { readonly kind: 'unsupported'; readonly version: string };

const SSL_REQUEST = 80877103;
const GSSENC_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;

/** The longest startup packet that PostgreSQL takes (MAX_STARTUP_PACKET_LENGTH). */
export const STARTUP_PACKET_LIMIT = 10_000;

/** Reads an untyped first packet, its length word included. */
export function parseStartupPacket(packet: Buffer): StartupPacket {
  const code = packet.readInt32BE(4);
  if (code === SSL_REQUEST || code === GSSENC_REQUEST) return { kind: 'encryption' };
  if (code === CANCEL_REQUEST) return { kind: 'cancel', secret: packet.length >= 16 ? packet.readInt32BE(12) : 0 };
  const [major, minor] = [code >> 16, code & 0xffff];
  if (major !== 3) return { kind: 'unsupported', version: `${major}.${minor}` };
  return { kind: 'startup', minorVersion: minor, parameters: parseParameters(packet.subarray(8)) };
}

function parseParameters(body: Buffer): Map<string, string> {
  const words = body.toString('utf8').split('\0');
  const parameters = new Map<string, string>();
  for (let at = 0; at + 1 < words.length; at += 2) {
    const [name, value] = [words[at], words[at + 1]];
    if (name === undefined || name === '' || value === undefined) break;
    parameters.set(name, value);
  }
  return parameters;
}
