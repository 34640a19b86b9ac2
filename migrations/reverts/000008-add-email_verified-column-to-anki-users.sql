--! Reverts: sha1:2b49c7b78932400844b952d2870a871064c190ac
--! Hash: sha1:f302dd1b4e60cb085c37177109e98476f2f5c4a7

alter table anki.users drop column email_verified;
