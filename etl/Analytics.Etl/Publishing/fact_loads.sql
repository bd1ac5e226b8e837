-- Which loads the rows of a fact table are of, by source and period, in some years.
SELECT source, formatDateTime({period:Identifier}, {format:String}) AS unit, groupUniqArray(2)(load_id) AS loads
FROM {table:Identifier}
WHERE toYear({period:Identifier}) IN {years:Array(UInt16)}
GROUP BY source, unit
