-- graphile-migrate's own row, which it compares with what it would run.
insert into graphile_migrate.current (filename, content)
values ('current.sql', :'text')
on conflict (filename) do update set content = excluded.content, date = excluded.date
