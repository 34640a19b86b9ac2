import { GodwitError, suggest } from '@godwit/diagnostics';

/** The settings name a provider that there is not. */
export class UnknownProvider extends GodwitError {
  readonly given: string;

  constructor(given: string, known: readonly string[]) {
    const near = suggest(given, known);
    super({
      code: 'GW430',
      message: `EMBEDDINGS_PROVIDER names no provider: ${given}`,
      help: near.length > 0 ? `did you mean ${near.join(', ')}?` : `Write one of ${known.join(', ')}.`,
    });
    this.given = given;
  }
}

/** A setting of a provider is missing or cannot be. The value is in the message only where it cannot hold a secret. */
export class InvalidEmbeddingSetting extends GodwitError {
  /** As the user knows it: `EMBEDDINGS_BASE_URL`, or the name of the option where there is no variable. */
  readonly setting: string;

  constructor(setting: string, problem: string, help: string) {
    super({ code: 'GW431', message: `${setting} ${problem}`, help });
    this.setting = setting;
  }
}
