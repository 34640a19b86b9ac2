-- Looking must not queue up behind a migration, nor make others queue up; and it sees all rows, or fails.
set local lock_timeout to 500;
set local row_security to off
