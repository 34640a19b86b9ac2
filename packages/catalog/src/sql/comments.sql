-- Comments on everything that is not the system's own; 16384 is the first object identifier of a user's object.
select format('%s/%s/%s', d.classoid::regclass, d.objoid, d.objsubid) as key, d.description as comment
from pg_description d
where d.objoid >= 16384 or d.classoid = 'pg_namespace'::regclass
