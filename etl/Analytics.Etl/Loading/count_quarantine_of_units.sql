-- Rejected rows of some units of one table, by rule and column.
SELECT source, process, rule, column, count() AS rows
FROM quarantine
WHERE source = {source:String} AND process = {process:String} AND period IN {periods:Array(String)}
GROUP BY source, process, rule, column
ORDER BY rows DESC, rule, column
