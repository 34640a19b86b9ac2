import { GodwitError, suggest } from '@godwit/diagnostics';

/** The configuration names a rule that there is not. */
export class UnknownRule extends GodwitError {
  constructor(name: string, known: readonly string[]) {
    const near = suggest(name, known);
    super({
      code: 'GW300',
      message: `godwit.config.json names a lint rule that there is not: ${name}`,
      help: near.length > 0 ? `did you mean ${near.join(', ')}?` : 'docs/lint.md lists the rules',
    });
  }
}
