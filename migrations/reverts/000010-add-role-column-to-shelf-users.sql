--! Reverts: sha1:6f1dff073396b0899d0f758938a5fdf2b98611e1
--! Hash: sha1:e8b93b9342465ad6d6d5b1ea6b2b900da90a6dc0

alter table shelf.users drop column role;
