--! Reverts: sha1:da52209257515859d32384aeb6ebc47c5c8a41d1
--! Hash: sha1:1351b05e2150162f3a82358abba899b7321f0898

alter table shelf.books drop column description_embedding;
