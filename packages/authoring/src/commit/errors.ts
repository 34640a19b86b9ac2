import { type CodeFrame, GodwitError } from '@godwit/diagnostics';

/** There is no SQL to commit: nothing but comments, or no file. */
export class NothingToCommit extends GodwitError {
  constructor(file: string) {
    super({
      code: 'GW350',
      message: `There is no SQL in ${file}`,
      help: `write the revision to ${file}, and its way back to revert.sql`,
    });
  }
}

/** `revert.sql` is blank, and nobody has said why there is no way back. */
export class NoWayBack extends GodwitError {
  constructor(file: string, because: string | null = null) {
    super({
      code: 'GW351',
      message: `${file} says nothing, and no way back can be worked out`,
      details: because === null ? [] : [because],
      help: `write the way back to ${file}\nor say why there is none: godwit commit -m "…" --irreversible "the titles are gone"`,
    });
  }
}

/** SQL for the way back, and a reason why there is none. */
export class TwoWaysBack extends GodwitError {
  constructor(file: string) {
    super({
      code: 'GW352',
      message: `${file} holds a way back, and the revision is said to have none`,
      help: `decide: empty ${file}, or leave out --irreversible and the header "--! Irreversible: …"`,
    });
  }
}

/** A placeholder stands where its value would change what a text says. */
export class PlaceholderInText extends GodwitError {
  constructor(options: { readonly name: string; readonly where: 'literal' | 'cast'; readonly frame: CodeFrame }) {
    const { name, where, frame } = options;
    super({
      code: 'GW353',
      message: `${frame.file}: ${name} is a placeholder, and would be replaced inside a ${where} too`,
      frame,
      help:
        where === 'cast'
          ? `write the type in lower case: ${name.toLowerCase()}`
          : `take it apart if it is meant as text (':' || '${name.slice(1)}'); if its value is meant, give the placeholder in .gmrc the quotes too and write it alone`,
    });
  }
}

/** Queries of the application no longer fit the schema. */
export class QueriesBroken extends GodwitError {
  constructor(queries: readonly string[]) {
    super({
      code: 'GW354',
      message: `${queries.length === 1 ? 'A query' : `${queries.length} queries`} of the application would break`,
      details: queries,
      help: 'correct them in the same change, so that code and schema fit; nothing was committed',
    });
  }
}
