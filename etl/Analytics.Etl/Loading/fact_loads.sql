-- Which loads the rows of a fact table are of and how many they are, by source and month or year; of all years when none is named.
SELECT source, if({monthly:UInt8} = 1, toYYYYMM({period:Identifier}), toYear({period:Identifier})) AS unit,
  groupUniqArray(2)(load_id) AS loads, count() AS rows
FROM {table:Identifier}
WHERE empty({years:Array(UInt16)}) OR toYear({period:Identifier}) IN {years:Array(UInt16)}
GROUP BY source, unit
