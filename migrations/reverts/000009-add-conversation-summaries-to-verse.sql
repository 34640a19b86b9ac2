--! Reverts: sha1:4d05dd1125aca74c2bc65af2cd768362a21b699f
--! Hash: sha1:90d447f7ba1623c932f10ac7ab2e226d0c7db84f

drop table verse.conversation_summaries;
