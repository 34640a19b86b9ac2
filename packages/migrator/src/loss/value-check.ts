import { quoteLiteral } from '@godwit/postgres';
import { isCast, toBinaryJson } from './json-check.ts';

/** A type as the server names it. */
export interface TypeName {
  /** Without modifiers: `character varying`, `numeric`, `shelf.format`. */
  readonly base: string;
  /** With them, as SQL: `numeric(5,2)`. */
  readonly text: string;
}

export interface ValueCheckOptions {
  /** Quoted. */
  readonly column: string;
  readonly from: TypeName;
  readonly to: TypeName;
  /** The expression after USING; null when the server casts by itself. */
  readonly using: string | null;
  /** Whether the server can say that a text is no value of a type without failing (PostgreSQL 16). */
  readonly canValidate: boolean;
}

/** SQL over one row, for a value that is not null. */
export interface ValueCheck {
  /** Whether the value can become one of the new type; never fails where the server can validate. */
  readonly fits: string;
  /** The new value, for one that fits. */
  readonly after: string;
  /** Whether the new value is another, for one that fits: told by casting it back. */
  readonly altered: string;
  /** The same told by the text alone, where casting back may fail: PostgreSQL 15 cannot ask first. Null where nothing can fail. */
  readonly alteredText: string | null;
}

const INTEGERS: Readonly<Record<string, readonly [string, string]>> = {
  smallint: ['-32768', '32767'],
  integer: ['-2147483648', '2147483647'],
  bigint: ['-9223372036854775808', '9223372036854775807'],
};

const INTEGER_NAMES = Object.keys(INTEGERS);

const NUMBERS = new Set(['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision']);

/**
 * How to tell what changing a column's type does to its values. Numbers and lengths are computed; other types go through their
 * text, which is what most casts do.
 *
 * @returns null when no value can change: a wider type of the same kind, or text
 */
export function valueCheck(options: ValueCheckOptions): ValueCheck | null {
  const { column, from, to, using } = options;
  if (from.base === 'json' && to.base === 'jsonb' && (using === null || isCast(using, options))) return toBinaryJson(options);
  if (using !== null) return computed(options, using);
  if (to.base === 'text' || (from.base === to.base && from.text === to.text) || (isJson(from) && isJson(to))) return null;
  if (isWider(from, to)) return null;
  const args = modifiers(to);
  if (to.base === 'character varying' || to.base === 'character') {
    const length = args[0] ?? (to.base === 'character' ? 1 : null);
    if (length === null) return null;
    // An assignment cuts blanks off the end, and nothing else.
    return {
      fits: `char_length(rtrim(${column}::text, ' ')) <= ${length}`,
      after: `${column}::text::${to.text}`,
      altered: 'false',
      alteredText: null,
    };
  }
  if (NUMBERS.has(from.base)) return number(column, from, to, args) ?? casted(options);
  return casted(options);
}

function number(column: string, from: TypeName, to: TypeName, args: readonly number[]): ValueCheck | null {
  const range = INTEGERS[to.base];
  if (range !== undefined) {
    const rounded = `round(${column}::numeric)`;
    return {
      fits: `${rounded} between ${range[0]} and ${range[1]}`,
      after: `${rounded}::${to.text}`,
      altered: `${rounded} is distinct from ${column}::numeric`,
      alteredText: null,
    };
  }
  if (to.base === 'numeric') {
    const [precision, scale = 0] = args;
    // The cast of a float keeps 15 or 6 digits.
    const float = from.base === 'double precision' || from.base === 'real';
    if (precision === undefined) {
      const altered = float ? `${column}::numeric::${from.text} is distinct from ${column}` : 'false';
      return { fits: 'true', after: `${column}::numeric`, altered, alteredText: null };
    }
    const rounded = `round(${column}::numeric, ${scale})`;
    return {
      fits: `abs(${rounded}) < 10::numeric ^ ${precision - scale}`,
      after: rounded,
      altered: float ? `${rounded}::${from.text} is distinct from ${column}` : `${rounded} is distinct from ${column}::numeric`,
      alteredText: null,
    };
  }
  if (to.base !== 'real' && to.base !== 'double precision') return null;
  return {
    fits: 'true',
    after: `${column}::${to.text}`,
    altered: `${column}::${to.text}::${from.text} is distinct from ${column}`,
    alteredText: null,
  };
}

/** By way of the text. */
function casted({ column, from, to, canValidate }: ValueCheckOptions): ValueCheck {
  const fits = canValidate ? `pg_input_is_valid(${column}::text, ${quoteLiteral(to.text)})` : 'true';
  const after = `${column}::text::${to.text}`;
  return {
    fits,
    after,
    altered: differsBack(after, { column, from, canValidate }),
    alteredText: `(${after})::text is distinct from ${column}::text`,
  };
}

/** What USING computes may fail; then the whole question does. */
function computed({ column, from, to, canValidate }: ValueCheckOptions, using: string): ValueCheck {
  const after = `(${using})::${to.text}`;
  return {
    fits: 'true',
    after,
    altered: differsBack(after, { column, from, canValidate }),
    alteredText: `(${after})::text is distinct from ${column}::text`,
  };
}

function differsBack(after: string, { column, from, canValidate }: Pick<ValueCheckOptions, 'column' | 'from' | 'canValidate'>): string {
  const text = `(${after})::text`;
  const back = NUMBERS.has(from.base)
    ? `${text}::${from.text} is distinct from ${column}`
    : `${text}::${from.text}::text is distinct from ${column}::text`;
  return canValidate ? `case when pg_input_is_valid(${text}, ${quoteLiteral(from.text)}) then ${back} else true end` : back;
}

/** Shorter texts and smaller integers fit as they are. */
function isWider(from: TypeName, to: TypeName): boolean {
  const [before, after] = [INTEGER_NAMES.indexOf(from.base), INTEGER_NAMES.indexOf(to.base)];
  if (before >= 0 && after >= 0) return before <= after;
  const [short, long] = [modifiers(from)[0], modifiers(to)[0]];
  return from.base === 'character varying' && to.base === 'character varying' && short !== undefined && long !== undefined && short <= long;
}

function modifiers({ text }: TypeName): readonly number[] {
  return (/\(([^)]*)\)/.exec(text)?.[1] ?? '')
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(Number);
}

function isJson({ base }: TypeName): boolean {
  return base === 'json' || base === 'jsonb';
}
