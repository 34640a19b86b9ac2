export { nearestDocumentChunks } from './document-chunks.queries.ts';
export { jobsInStatus } from './jobs.queries.ts';
export { unreadNotifications } from './notifications.queries.ts';
export { activeSubscription, subscriptionHistory } from './subscriptions.queries.ts';
