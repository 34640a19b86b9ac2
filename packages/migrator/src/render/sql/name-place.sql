-- Of a step that goes in beneath others.
set local godwit.previous_hash to :'previous_hash';
set local godwit.next to :'next'
