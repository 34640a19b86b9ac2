begin isolation level read committed read only
