import type { Measurement } from '../measure/measurement.ts';
import { type Summary, summarize } from '../measure/series.ts';
import { judge, type Target } from '../measure/target.ts';

/** A measurement as it is shown: figures and verdicts, no decisions left. */
export interface Report {
  readonly bench: string;
  readonly about: string;
  readonly unit: Measurement['unit'];
  readonly rounds: number;
  readonly rows: readonly ReportRow[];
}

export interface ReportRow {
  readonly name: string;
  readonly time: Summary;
  readonly samples: readonly number[];
  /** Of the subject to this one, pair by pair; null in the subject's own row. */
  readonly ratio: Summary | null;
  readonly target: Target | null;
  readonly met: boolean | null;
}

/** Sums up a measurement: the subject first, the others in their order. */
export function reportOf(bench: string, { about, unit, subject, others }: Measurement): Report {
  const first: ReportRow = { ...figures(subject), ratio: null, target: null, met: null };
  const rest = others.map(({ series, target }): ReportRow => ({ ...figures(series), target, ...judge(subject, series, target) }));
  return { bench, about, unit, rounds: subject.samples.length, rows: [first, ...rest] };
}

function figures({ name, samples }: Measurement['subject']) {
  return { name, samples, time: summarize(samples) };
}

/** Targets and how many of them were missed. */
export function countTargets(reports: readonly Report[]): { readonly targets: number; readonly missed: number } {
  const verdicts = reports.flatMap(({ rows }) => rows.flatMap(({ met }) => met ?? []));
  return { targets: verdicts.length, missed: verdicts.filter((met) => !met).length };
}
