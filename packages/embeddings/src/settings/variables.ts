import { suggest } from '@godwit/diagnostics';
import * as v from 'valibot';
import { InvalidEmbeddingSetting } from '../errors/settings-errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const Whole = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number));
const Flag = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.picklist(['true', '1', 'yes', 'false', '0', 'no']),
  v.transform((word) => ['true', '1', 'yes'].includes(word)),
);

/** Undefined when it is not set, or set to nothing. */
export function textFrom(environment: Environment, variable: string): string | undefined {
  return environment[variable]?.trim() || undefined;
}

/** @throws InvalidEmbeddingSetting when it is not set */
export function requiredFrom(environment: Environment, variable: string, example: string): string {
  const text = textFrom(environment, variable);
  if (text !== undefined) return text;
  throw new InvalidEmbeddingSetting(variable, 'is not set', `The provider needs it:\n  export ${variable}=${example}`);
}

/** @throws InvalidEmbeddingSetting when it is no whole number from 1 */
export function wholeFrom(environment: Environment, variable: string): number | undefined {
  return parsedFrom(environment, variable, Whole, { problem: 'is no whole number from 1', help: `export ${variable}=60` });
}

/** @throws InvalidEmbeddingSetting when it is neither yes nor no */
export function flagFrom(environment: Environment, variable: string): boolean | undefined {
  return parsedFrom(environment, variable, Flag, { problem: 'is neither true nor false', help: `export ${variable}=true` });
}

/** @throws InvalidEmbeddingSetting when it is none of the words */
export function oneOfFrom<const Word extends string>(environment: Environment, variable: string, words: readonly Word[]): Word | undefined {
  const near = suggest(textFrom(environment, variable) ?? '', words);
  return parsedFrom(environment, variable, v.picklist(words), {
    problem: `is none of ${words.join(', ')}`,
    help: near.length > 0 ? `did you mean ${near.join(', ')}?` : `export ${variable}=${words[0]}`,
  });
}

function parsedFrom<Value>(
  environment: Environment,
  variable: string,
  schema: v.GenericSchema<string, Value>,
  { problem, help }: { readonly problem: string; readonly help: string },
): Value | undefined {
  const text = textFrom(environment, variable);
  if (text === undefined) return undefined;
  const parsed = v.safeParse(schema, text);
  if (parsed.success) return parsed.output;
  throw new InvalidEmbeddingSetting(variable, `${problem}: ${text}`, help);
}
