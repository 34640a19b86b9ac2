/** Types generated for queries found in "src/anki/subscriptions.sql" */
import { PreparedQuery } from '@pgtyped/runtime';

/** 'ActiveSubscription' parameters type */
export interface IActiveSubscriptionParams {
  userId: string;
}

/** 'ActiveSubscription' return type */
export interface IActiveSubscriptionResult {
  /** ISO 4217 code of the price */
  currency: string;
  /** Primary key */
  id: string;
  /** End of the period that is paid for */
  period_end: Date;
  /** Start of the period that is paid for */
  period_start: Date;
  /** Price of a period, in currency */
  price: string;
  /** Who collects the payment, such as stripe */
  provider: string;
  /** Plan that was bought: free, premium or enterprise */
  tier: string;
}

/** 'ActiveSubscription' query type */
export interface IActiveSubscriptionQuery {
  params: IActiveSubscriptionParams;
  result: IActiveSubscriptionResult;
}

const activeSubscriptionIR: any = {"usedParamSet":{"userId":true},"params":[{"name":"userId","required":true,"transform":{"type":"scalar"},"locs":[{"a":109,"b":116}]}],"statement":"select id, tier, provider, price, currency, period_start, period_end\nfrom anki.subscriptions\nwhere user_id = :userId! and status = 'active'                                           "};

/**
 * Query generated from SQL:
 * ```
 * select id, tier, provider, price, currency, period_start, period_end
 * from anki.subscriptions
 * where user_id = :userId! and status = 'active'                                           
 * ```
 */
export const activeSubscription = new PreparedQuery<IActiveSubscriptionParams,IActiveSubscriptionResult>(activeSubscriptionIR);


/** 'SubscriptionHistory' parameters type */
export interface ISubscriptionHistoryParams {
  userId: string;
}

/** 'SubscriptionHistory' return type */
export interface ISubscriptionHistoryResult {
  /** When the user cancelled; null when not */
  cancelled_at: Date | null;
  /** ISO 4217 code of the price */
  currency: string;
  /** Primary key */
  id: string;
  /** End of the period that is paid for */
  period_end: Date;
  /** Start of the period that is paid for */
  period_start: Date;
  /** Price of a period, in currency */
  price: string;
  /** trialing, active, past_due, cancelled or expired */
  status: string;
  /** Plan that was bought: free, premium or enterprise */
  tier: string;
}

/** 'SubscriptionHistory' query type */
export interface ISubscriptionHistoryQuery {
  params: ISubscriptionHistoryParams;
  result: ISubscriptionHistoryResult;
}

const subscriptionHistoryIR: any = {"usedParamSet":{"userId":true},"params":[{"name":"userId","required":true,"transform":{"type":"scalar"},"locs":[{"a":121,"b":128}]}],"statement":"select id, tier, status, price, currency, period_start, period_end, cancelled_at\nfrom anki.subscriptions\nwhere user_id = :userId!\norder by period_start desc"};

/**
 * Query generated from SQL:
 * ```
 * select id, tier, status, price, currency, period_start, period_end, cancelled_at
 * from anki.subscriptions
 * where user_id = :userId!
 * order by period_start desc
 * ```
 */
export const subscriptionHistory = new PreparedQuery<ISubscriptionHistoryParams,ISubscriptionHistoryResult>(subscriptionHistoryIR);


