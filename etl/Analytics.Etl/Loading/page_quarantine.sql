-- Some of the rejected rows, last seen first; an empty parameter does not limit.
SELECT source, process, period, source_key, rule, column, times_seen, first_seen_at, seen_at
FROM quarantine
WHERE ({source:String} = '' OR source = {source:String}) AND ({process:String} = '' OR process = {process:String}) AND ({rule:String} = '' OR rule = {rule:String})
ORDER BY seen_at DESC, source, process, period, source_key, rule
LIMIT {count:UInt32} OFFSET {skip:UInt32}
