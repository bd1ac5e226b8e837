-- Rejected rows by source, table, rule and column; an empty parameter does not limit.
SELECT source, process, rule, column, count() AS rows
FROM quarantine
WHERE ({source:String} = '' OR source = {source:String}) AND ({process:String} = '' OR process = {process:String}) AND ({rule:String} = '' OR rule = {rule:String})
GROUP BY source, process, rule, column
ORDER BY rows DESC, source, process, rule, column
