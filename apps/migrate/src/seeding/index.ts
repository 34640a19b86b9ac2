export { isSeeded, type SeededSystem, type SeededTable, type SeedMode, type SeedReport } from './report.ts';
export { seedDatabase } from './seed-database.ts';
