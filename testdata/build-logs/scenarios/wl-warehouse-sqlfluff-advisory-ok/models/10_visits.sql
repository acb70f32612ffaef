select a.id,count(*) as n
from visits a
  group by a.id
