-- The schema as the revisions make it. Edit it, then: godwit revision --autogenerate -m "…"

create extension if not exists pg_trgm schema public;

create extension if not exists "uuid-ossp" schema public;

create extension if not exists vector schema public;
