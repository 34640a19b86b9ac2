import { GodwitError } from '@godwit/diagnostics';

const WITHOUT = 'or lint with our own rules alone: "lint": { "squawk": false } in godwit.config.json';

/** There is no squawk for this platform, or its optional package was left out. */
export class SquawkMissing extends GodwitError {
  constructor(cause: unknown) {
    super({
      code: 'GW301',
      message: 'Squawk, which some lint rules come from, cannot be started',
      cause,
      help: `npm install --include=optional\n${WITHOUT}`,
    });
  }
}

/** squawk ran and did not say what it found. */
export class SquawkFailed extends GodwitError {
  constructor(said: string) {
    super({
      code: 'GW302',
      message: 'Squawk, which some lint rules come from, failed',
      details: said === '' ? [] : said.split('\n'),
      help: WITHOUT.replace(/^or /, ''),
    });
  }
}
