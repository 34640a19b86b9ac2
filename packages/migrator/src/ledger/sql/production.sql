select exists (select from godwit.setting where name = 'production' and value = 'true') as production
