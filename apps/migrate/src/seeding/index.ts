export { isSeeded, type SeededSystem, type SeededTable, type SeedMode, type SeedReport } from './report.ts';
export { type SeedOptions, seedDatabase, seedSystems } from './seed-database.ts';
