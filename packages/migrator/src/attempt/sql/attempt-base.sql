-- As text: a picture of a thousand tables takes longer to parse than to read.
select base::text as base
from godwit.attempt
