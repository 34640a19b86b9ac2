--! Reverts: sha1:f4d8f70d6654d8ec84c74467da154ae2b1fed29c
--! Hash: sha1:1f05b74aa399ded82e0ea6f83634a470bfef71cd

drop table shelf.book_fingerprints;
