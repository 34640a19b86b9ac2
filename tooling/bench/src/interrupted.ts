/** Ctrl-C, or whoever started the benches wants them to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(signal: string) {
    super(`ended by ${signal}; the databases of this run are dropped`);
  }
}
