import * as v from 'valibot';
import { parseDuration } from '../config/duration.ts';
import { UsageError } from '../usage-error.ts';

/** An option that takes a duration; milliseconds, or undefined when it is not given. */
export function durationOption(flag: string) {
  return v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => {
        const ms = parseDuration(text);
        if (ms === null)
          throw new UsageError({
            message: `${flag} does not understand '${text}'`,
            help: `a duration such as 250ms, 1s or 5min: ${flag} 30s`,
          });
        return ms;
      }),
    ),
  );
}

/** An option that takes a whole number of at least 1. */
export function countOption(flag: string) {
  return v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => {
        if (!/^[1-9]\d*$/.test(text))
          throw new UsageError({ message: `${flag} does not understand '${text}'`, help: `a whole number of at least 1: ${flag} 20` });
        return Number(text);
      }),
    ),
  );
}

/** An option that takes one of a few words. */
export function choiceOption<const Choice extends string>(flag: string, choices: readonly Choice[]) {
  return v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => {
        const choice = choices.find((one) => one === text);
        if (choice === undefined)
          throw new UsageError({
            message: `${flag} does not understand '${text}'`,
            help: `one of ${choices.join(', ')}: ${flag} ${choices[0]}`,
          });
        return choice;
      }),
    ),
  );
}

/** A switch. */
export const flagOption = v.optional(v.boolean(), false);
