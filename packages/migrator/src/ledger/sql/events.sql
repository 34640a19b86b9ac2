select at, action, revision_name, outcome, duration_ms, role_name, os_user, host, pg_catalog.host(client_address) as client_address, godwit_version, detail
from godwit.event
order by id desc
limit $1
