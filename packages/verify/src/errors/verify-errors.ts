import { GodwitError } from '@godwit/diagnostics';

/** There is nothing to verify with. */
export class NoChecks extends GodwitError {
  constructor(folder: string) {
    super({
      code: 'GW560',
      message: `There is no check in ${folder}/`,
      help: [
        `write the first one, such as ${folder}/shelf/books.sql:`,
        '  --! Check: a book has a title',
        '  --! Raises: 23502',
        '  insert into shelf.books (title) values (null);',
      ].join('\n'),
    });
  }
}

/** No check is meant by what was asked for. */
export class UnknownChecks extends GodwitError {
  readonly suggestions: readonly string[];

  constructor(options: { readonly what: string; readonly known: string; readonly suggestions: readonly string[] }) {
    const { what, known, suggestions } = options;
    super({
      code: 'GW561',
      message: `There is no ${what}`,
      details: [known],
      help: suggestions.length === 0 ? 'godwit verify runs them all' : `did you mean ${suggestions.join(', ')}?`,
    });
    this.suggestions = suggestions;
  }
}
