import type { Loss, LossReport } from '@godwit/migrator';
import { count, fit } from '../output/columns.ts';

/** Longer values say no more to whoever decides. */
const VALUE_WIDTH = 40;

/** What is shown of two long values before they part. */
const COMMON_WIDTH = 12;

const FATE: Readonly<Record<Loss['kind'], string>> = {
  rows: 'would be deleted',
  values: 'would be deleted',
  altered: 'would be changed',
  overwritten: 'would be overwritten',
  refused: 'do not fit: the step would fail and change nothing',
  violating: 'do not fit: the step would fail and change nothing',
};

/** What a downgrade would take, a line each with its count, then up to three examples; empty when nothing is lost. */
export function describeLoss(report: LossReport): string[] {
  return report.losses.flatMap((loss) => [
    `${digitsOf(loss.step)}  ${howMany(loss)} of ${loss.object} ${FATE[loss.kind]}${loss.reason === null ? '' : ` (${loss.reason})`}`,
    ...loss.examples.map(
      ({ key, before, after }) => `          ${key}: ${after === null ? fit(before, VALUE_WIDTH) : change(before, after)}`,
    ),
  ]);
}

/** The statements of which nobody can say beforehand what they do to rows, a line each. */
export function describeUnseen(report: LossReport): string[] {
  return report.unseen.map(
    ({ step, statement, reason }) =>
      `${digitsOf(step)}  what it does to rows cannot be foreseen: ${reason} (${fit(statement, VALUE_WIDTH)})`,
  );
}

/** Both values from shortly before the place where they part, or where one ends. */
function change(before: string, after: string): string {
  let shared = 0;
  while (shared < before.length && before[shared] === after[shared]) shared++;
  const from = shared < VALUE_WIDTH - 1 ? 0 : shared - COMMON_WIDTH;
  const excerpt = (text: string) => fit(from === 0 ? text : `…${text.slice(from)}`, VALUE_WIDTH);
  return `${excerpt(before)} → ${excerpt(after)}`;
}

function digitsOf({ name }: Loss['step']): string {
  return name.split('-')[0] ?? name;
}

function howMany({ kind, count: number, exact }: Loss): string {
  const noun = kind === 'rows' || kind === 'violating' ? 'row' : 'value';
  if (number === null) return `an unknown number of ${noun}s`;
  return `${exact ? '' : 'about '}${count(number, noun)}`;
}
