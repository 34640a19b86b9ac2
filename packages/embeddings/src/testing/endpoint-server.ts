import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';

const Payload = v.object({ model: v.string(), input: v.array(v.string()), dimensions: v.optional(v.number()) });

export interface ReceivedRequest extends v.InferOutput<typeof Payload> {
  readonly path: string;
  readonly authorization: string | undefined;
}

/** What the server does with a request: an answer, silence, or a cut connection. */
export type Behaviour = (request: ReceivedRequest, response: ServerResponse) => void | Promise<void>;

/** Good embeddings: three numbers a text, which begin with its length. */
export const good: Behaviour = ({ input }, response) => {
  const data = input.map(({ length }, index) => ({ object: 'embedding', index, embedding: [length, 0.5, -1] }));
  response.end(JSON.stringify({ object: 'list', data }));
};

export const silence: Behaviour = () => undefined;

export const cut: Behaviour = (_request, response) => void response.socket?.destroy();

/** The connection breaks in the middle of the answer. */
export const cutShort: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
  response.write('{"data": [', () => response.socket?.destroy());
};

export function answer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Behaviour {
  return (_request, response) => void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

export function refuse(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Behaviour {
  return answer(status, JSON.stringify({ error: { message } }), headers);
}

export interface EndpointServer {
  /** `http://127.0.0.1:port/v1` */
  readonly baseUrl: string;
  readonly requests: readonly ReceivedRequest[];
}

/** Runs with a server that meets its requests with one behaviour after the other, and with the last one from then on. */
export async function withEndpoint<T>(behaviours: readonly Behaviour[], run: (server: EndpointServer) => Promise<T>): Promise<T> {
  const requests: ReceivedRequest[] = [];
  const server = createServer((message, response) => {
    receive(message)
      .then((request) => {
        requests.push(request);
        return (behaviours[requests.length - 1] ?? behaviours.at(-1) ?? good)(request, response);
      })
      .catch((error: unknown) => response.writeHead(418).end(String(error)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  try {
    return await run({ baseUrl: `http://127.0.0.1:${address.port}/v1`, requests });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function receive(message: IncomingMessage): Promise<ReceivedRequest> {
  const payload = v.parse(v.pipe(v.string(), v.parseJson(), Payload), await text(message));
  return { ...payload, path: message.url ?? '', authorization: message.headers.authorization };
}
