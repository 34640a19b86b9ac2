--! Previous: sha1:59dd5934088475ee5fbc6cf28c1252095f42a485
--! Hash: sha1:bcfd7625a654965a25ceead9aa6ff977e66052b8
--! Message: Add authors

alter table public.book add column author text not null default 'unknown';
