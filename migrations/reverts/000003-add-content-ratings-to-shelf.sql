--! Reverts: sha1:83698ee516830fb42c77fe4f11a932f58738bc9c
--! Hash: sha1:e2cf3692f2f29c3c9f2a8feafbada8b299f60b6f

drop table shelf.content_ratings;
