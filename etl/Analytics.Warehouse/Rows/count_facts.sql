-- How many facts a table holds in a period, and how many of them the definition of a measure takes.
SELECT
    (SELECT count() FROM {table:Identifier} WHERE {day:Identifier} >= {first:Date} AND {day:Identifier} <= {last:Date}),
    (SELECT count() FROM {view:Identifier} WHERE day >= {first:Date} AND day <= {last:Date})
