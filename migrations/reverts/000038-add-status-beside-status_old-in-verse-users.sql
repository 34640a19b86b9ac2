--! Reverts: sha1:705f2ff44e6387f3841dea7a300cc4342c434ffb
--! Hash: sha1:c51fd00f4cc4decc7e3f1ac7a375858988150535

-- Nothing is lost: the trigger has kept status_old up to date.
drop trigger keep_user_status_in_step on verse.users;
drop function verse.keep_user_status_in_step();
alter table verse.users drop column status;
