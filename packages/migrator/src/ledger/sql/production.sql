select exists (select from godwit.setting where name operator(pg_catalog.=) 'production' and value operator(pg_catalog.=) 'true') as production
