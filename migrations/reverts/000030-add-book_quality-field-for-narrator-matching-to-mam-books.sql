--! Reverts: sha1:277f9fde632d79bc9d1291fcff70b343198bd763
--! Hash: sha1:3b2e8fe15da1207600ac23315b2ad628c90342d4

alter table mam.books drop column book_quality;
