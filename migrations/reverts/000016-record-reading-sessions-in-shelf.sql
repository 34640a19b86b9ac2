--! Reverts: sha1:f8da3a3011aec742ea0a97ba0287eb3510fcbea3
--! Hash: sha1:96d318f5b90c73fa60de337b7353526bf814ee51

drop table shelf.reading_sessions;
