--! Reverts: sha1:3369d36c27d6ac123916b8e89424a31a4939a27b
--! Hash: sha1:737367e2b4058f6d67e8ebc30edb8932e677eaaf

drop table verse.user_devices;
