export { chartsByTitle, chartsWithChord } from './find-charts.queries.ts';
export { generationsOfChart, generationTotalsByGuild, generationTotalsByModel, recordGeneration } from './generations.queries.ts';
