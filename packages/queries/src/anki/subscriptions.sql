/* The subscription that a user has now: one row or none, which uq_subscriptions_one_active sees to. */
/* @name ActiveSubscription */
select id, tier, provider, price, currency, period_start, period_end
from anki.subscriptions
where user_id = :userId! and status = 'active';

/* All that a user ever had, last first. */
/* @name SubscriptionHistory */
select id, tier, status, price, currency, period_start, period_end, cancelled_at
from anki.subscriptions
where user_id = :userId!
order by period_start desc;
