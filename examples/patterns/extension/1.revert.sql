-- The extension stays: it is a prerequisite, and somebody else may use it by now.
select 'pg_trgm stays';
