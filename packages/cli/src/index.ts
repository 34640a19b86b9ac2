export type { CommandContext } from './context.ts';
export type { CommandDefinition, CommandInput, ExitCode } from './definition.ts';
export { DATABASE_DEFINITIONS } from './definitions/database.ts';
export { DEFINITIONS } from './definitions/index.ts';
export { runProcess } from './process.ts';
