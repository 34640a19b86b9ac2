import type { SeedTables } from '../seed-tables.ts';
import { chordCharts } from './charts.ts';
import { generations } from './generations.ts';

export const charts: SeedTables<'charts'> = {
  'charts.chord_charts': chordCharts,
  'charts.generation_history': generations,
};
