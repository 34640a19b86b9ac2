#!/bin/sh
# Makes the certificates of this directory anew. Needs OpenSSL 3; run it here.
set -eu

START=20250101000000Z
END=21250101000000Z

# sign NAME SUBJECT EXTENSIONS START END [-selfsign -keyfile KEY | …]
sign() {
  name=$1 subject=$2 extensions=$3 start=$4 end=$5
  shift 5
  openssl ecparam -genkey -name prime256v1 -noout | openssl pkcs8 -topk8 -nocrypt -out "$name.key"
  openssl req -new -key "$name.key" -subj "/CN=$subject" -out "$name.csr"
  printf '%b\n' "$extensions" > extensions
  : > index.txt
  openssl ca -batch -notext -config ca.conf -in "$name.csr" -extfile extensions -startdate "$start" -enddate "$end" -out "$name.crt" "$@"
  rm -f "$name.csr" extensions index.txt*
}

cat > ca.conf <<'CONF'
[ca]
default_ca = house
[house]
database = index.txt
rand_serial = yes
new_certs_dir = .
certificate = ca.crt
private_key = ca.key
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
CONF

AUTHORITY='basicConstraints=critical,CA:true\nsubjectKeyIdentifier=hash'
HERE='subjectAltName=DNS:localhost,IP:127.0.0.1'
sign ca 'Godwit test authority' "$AUTHORITY" $START $END -selfsign -keyfile ca.key
sign self-signed localhost "$AUTHORITY\n$HERE" $START $END -selfsign -keyfile self-signed.key
sign localhost localhost "$HERE" $START $END
sign elsewhere db.godwit.test 'subjectAltName=DNS:db.godwit.test' $START $END
sign expired localhost "$HERE" 20200101000000Z 20210101000000Z
sign client client 'extendedKeyUsage=clientAuth' $START $END
rm -f ca.conf ca.key ./*.pem
