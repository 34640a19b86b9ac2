export { hardSchema, type OpenHardDatabase, openHardDatabase, withHardDatabase } from './hard-database.ts';
export { mutations } from './mutations/index.ts';
export type { Mutation } from './mutations/mutation.ts';
export { type RoundTrip, roundTrips } from './round-trips.ts';
