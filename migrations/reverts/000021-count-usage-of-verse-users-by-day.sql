--! Reverts: sha1:37b5c66e2248f3ae786cbe4b027f8daa4bcc3fed
--! Hash: sha1:cec18c76c991ca76e76a310b500a492d74bb810e

drop table verse.usage_tracking;
