-- One snapshot for all queries, and nothing can be changed.
begin isolation level repeatable read read only
