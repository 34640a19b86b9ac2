export { isSeeded, type SeededTable, type SeedReport } from './report.ts';
export { seedDatabase } from './seed-database.ts';
