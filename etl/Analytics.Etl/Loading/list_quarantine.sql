-- Rejected rows of one source and process, or of all when the parameter is empty. A drop folder stands for all its files.
SELECT source, process, period, source_key, rule, column, times_seen, first_seen_at, seen_at
FROM quarantine
WHERE ({source:String} = '' OR source = {source:String} OR startsWith(source, {source:String} || '/')) AND ({process:String} = '' OR process = {process:String})
ORDER BY seen_at DESC, source, process, period, source_key
LIMIT 10000
