-- How many facts each district has in each month of one year.
INSERT INTO reported_month
SELECT {publication:UInt64}, {fact:String}, district_id, toStartOfMonth({day:Identifier}) AS month, count()
FROM {table:Identifier}
WHERE {day:Identifier} >= makeDate({year:UInt16}, 1, 1) AND {day:Identifier} < makeDate({year:UInt16} + 1, 1, 1)
GROUP BY district_id, month
