import type { Summary } from '../measure/series.ts';
import { describeTarget } from '../measure/target.ts';
import type { Report, ReportRow } from './report.ts';

/** Columns that fit in 80 characters: name, median, extremes, ratio with its extremes, target with its verdict. */
const WIDTHS = { name: 26, median: 8, extremes: 13, ratio: 21, target: 12 } as const;

/** The lines of one measurement. */
export function renderReport({ bench, about, unit, rounds, rows }: Report): string[] {
  return [
    `${bench}: ${about}`,
    line({ name: `  ${rounds} rounds in turns`, median: unit, extremes: 'min–max', ratio: 'ours ÷ its', target: 'target' }),
    ...rows.map((row) =>
      line({ name: `  ${row.name}`, median: figure(row.time.median), extremes: extremes(row.time, figure), ...verdict(row) }),
    ),
  ];
}

function verdict({ ratio, target, met }: ReportRow): { ratio: string; target: string } {
  return {
    ratio: ratio ? `${decimals(ratio.median)} (${extremes(ratio, decimals)})` : '',
    target: target ? `${describeTarget(target)} ${met ? '✔' : '✖'}` : '',
  };
}

function line(cells: { readonly [Column in keyof typeof WIDTHS]: string }): string {
  const { name, median, extremes, ratio, target } = cells;
  const left = name.padEnd(WIDTHS.name);
  return `${left}${median.padStart(WIDTHS.median)}${extremes.padStart(WIDTHS.extremes)}${ratio.padStart(WIDTHS.ratio)}${target.padStart(WIDTHS.target)}`.trimEnd();
}

function extremes({ min, max }: Summary, format: (value: number) => string): string {
  return `${format(min)}–${format(max)}`;
}

/** Three figures are all that a noisy machine has to give. */
function figure(value: number): string {
  if (value >= 100_000) return `${Math.round(value / 1000)}k`;
  return value < 100 ? value.toPrecision(3) : Math.round(value).toString();
}

function decimals(value: number): string {
  return value.toFixed(2);
}
