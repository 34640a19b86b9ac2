export { messagesOnTheSameMatter, standaloneChatsOfUser, userChatHistory } from './chat-history.queries.ts';
export { insightsOfUser } from './saved-insights.queries.ts';
export { similarInsights } from './similar-insights.queries.ts';
export { recordUsage } from './usage.queries.ts';
