--! Reverts: sha1:41e13a4bc7be2144d4ff4872a051dde73d388e75
--! Hash: sha1:8a8aab997b9e7cad0180ca1603e63384fa733248

drop table anki.document_chunks;
