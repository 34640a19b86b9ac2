import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { authentication, backendKeyData, errorResponse, parameterStatus, readyForQuery } from '../../postgres/test/backend-messages.ts';
import { closedPort, replying, withFakeServer } from '../../postgres/test/fake-server.ts';
import { withProject } from './project.ts';
import { runCommand } from './run-command.ts';
import { createScreen } from './screen.ts';

const WELCOME = Buffer.concat([
  authentication(0),
  parameterStatus('server_version', '17.0'),
  parameterStatus('server_encoding', 'UTF8'),
  parameterStatus('client_encoding', 'UTF8'),
  backendKeyData(1),
  readyForQuery(),
]);

test('a server that comes up later is waited for, and told on the terminal meanwhile', async () => {
  const port = await closedPort();
  await withProject({}, async ({ folder }) => {
    const screen = createScreen(80);
    let tell = (): void => undefined;
    const toldToWait = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const stderr = {
      ...screen.streams.stderr,
      write: (text: string) => {
        if (text.includes('waiting for')) tell();
        return screen.streams.stderr.write(text);
      },
    };
    const running = runCommand({
      argv: ['wait', '--timeout', '60s'],
      folder,
      environment: { DATABASE_URL: `postgres://app:s3cret@127.0.0.1:${port}/shop?sslmode=disable` },
      screen: { ...screen, streams: { ...screen.streams, stderr } },
    });
    await toldToWait;
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        socket.write(WELCOME);
        // What follows is the good-bye of the client, which waits for ours.
        socket.once('data', () => socket.end());
      });
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect((await running).code).toBe(0);
    server.close();
    expect(screen.stdout()).toMatch(/^✔ shop @ 127\.0\.0\.1:\d+ answers/);
    expect(screen.stderr()).not.toContain('s3cret');
  });
});

test('a wrong password ends the wait at once', async () => {
  const refusal = errorResponse({ sqlState: '28P01', message: 'password authentication failed for user "app"', routine: 'auth_failed' });
  await withFakeServer(replying(refusal), async ({ settings, connections }) => {
    await withProject({}, async ({ folder }) => {
      const url = `postgres://app:s3cret@${settings.host}:${settings.port}/shop?sslmode=disable`;
      const { code, screen } = await runCommand({ argv: ['wait'], folder, environment: { DATABASE_URL: url } });
      expect({ code, stderr: screen.stderr(), connections: connections() }).toEqual({
        code: 1,
        stderr: expect.stringContaining('  GW120\n'),
        connections: 1,
      });
      expect(screen.seen()).not.toContain('s3cret');
    });
  });
});
