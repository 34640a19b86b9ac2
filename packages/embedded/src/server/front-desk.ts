import type { Socket } from 'node:net';
import { EngineFailure } from '../engine/engine.ts';
import type { StartupPacket } from '../wire/startup-packet.ts';
import { ClientError } from './client-error.ts';
import { ClientSocket } from './client-socket.ts';
import type { Cluster } from './cluster.ts';
import { CONTROL_PARAMETER, type Controller, serveControl } from './control.ts';
import type { DatabaseCommands } from './database-commands.ts';
import { type Cancellations, serveClient } from './serve-client.ts';

export interface FrontDeskOptions {
  readonly cluster: Cluster;
  readonly commands: DatabaseCommands;
  readonly controller: Controller | undefined;
  readonly onConnections: (count: number) => void;
  readonly onDefect: (error: unknown) => void;
}

/** Receives connections: finds out what they want, keeps account of them, and sees them all out in the end. */
export class FrontDesk {
  readonly #options: FrontDeskOptions;
  readonly #clients = new Map<Socket, Promise<void>>();
  readonly #cancellations: Cancellations = new Map();
  #sessions = 0;
  #nextId = 1;

  constructor(options: FrontDeskOptions) {
    this.#options = options;
  }

  receive(socket: Socket): void {
    const client = this.#serve(socket).finally(() => this.#clients.delete(socket));
    this.#clients.set(socket, client);
  }

  /** Ends all connections; resolves when each has left its database. */
  async dismissAll(): Promise<void> {
    for (const socket of this.#clients.keys()) socket.destroy();
    await Promise.all(this.#clients.values());
  }

  async #serve(socket: Socket): Promise<void> {
    const client = new ClientSocket(socket);
    try {
      const packet = await client.startup();
      if (packet?.kind === 'startup' && packet.parameters.has(CONTROL_PARAMETER)) {
        // it may ask for the end of all others, and has to be there to hear of it
        this.#clients.delete(socket);
        await serveControl(client, packet.parameters.get(CONTROL_PARAMETER), this.#options.controller);
      } else if (packet?.kind === 'startup') await this.#session(client, packet);
      else if (packet?.kind === 'unsupported') throw unsupported(packet.version);
      else if (packet?.kind === 'cancel') this.#cancellations.get(packet.secret)?.();
      client.end();
    } catch (error) {
      if (!(error instanceof ClientError || error instanceof EngineFailure)) this.#options.onDefect(error);
      client.terminate(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async #session(socket: ClientSocket, packet: Startup): Promise<void> {
    this.#options.onConnections(++this.#sessions);
    try {
      await serveClient({
        ...packet,
        socket,
        cluster: this.#options.cluster,
        commands: this.#options.commands,
        id: this.#nextId++,
        cancellations: this.#cancellations,
      });
    } finally {
      this.#options.onConnections(--this.#sessions);
    }
  }
}

type Startup = Extract<StartupPacket, { kind: 'startup' }>;

function unsupported(version: string): ClientError {
  return new ClientError({ code: '0A000', message: `unsupported frontend protocol ${version}: server supports 3.0` });
}
