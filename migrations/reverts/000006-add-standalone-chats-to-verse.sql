--! Reverts: sha1:f3a18fe56b1f8399af13b0e0a24536a0b4311c5c
--! Hash: sha1:28cdf232bd31ae30b93e3923892a457027c65d46

drop table verse.standalone_chat_messages;
drop table verse.standalone_chats;
