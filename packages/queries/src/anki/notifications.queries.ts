/** Types generated for queries found in "src/anki/notifications.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

/** 'UnreadNotifications' parameters type */
export interface IUnreadNotificationsParams {
  userId: string;
}

/** 'UnreadNotifications' return type */
export interface IUnreadNotificationsResult {
  /** The rest, as shown when opened */
  body: string | null;
  /** When the user was notified */
  created_at: Date;
  /** Primary key */
  id: string;
  /** What it is about, such as job_completed or subscription_expiring */
  kind: string;
  /** One line, as shown in the list */
  title: string;
}

/** 'UnreadNotifications' query type */
export interface IUnreadNotificationsQuery {
  params: IUnreadNotificationsParams;
  result: IUnreadNotificationsResult;
}

const unreadNotificationsIR: any = {"usedParamSet":{"userId":true},"params":[{"name":"userId","required":true,"transform":{"type":"scalar"},"locs":[{"a":81,"b":88}]}],"statement":"select id, kind, title, body, created_at\nfrom anki.notifications\nwhere user_id = :userId! and status = 'unread'\norder by created_at, id"};

/**
 * Query generated from SQL:
 * ```
 * select id, kind, title, body, created_at
 * from anki.notifications
 * where user_id = :userId! and status = 'unread'
 * order by created_at, id
 * ```
 */
export const unreadNotifications = new PreparedQuery<IUnreadNotificationsParams,IUnreadNotificationsResult>(unreadNotificationsIR);


