-- Count, money and sum of row hashes of one source's rows in a fact table, by month or year.
SELECT if({monthly:UInt8} = 1, toYYYYMM({period:Identifier}), toYear({period:Identifier})) AS unit,
  count() AS rows, toInt64(sum(row_money) * 100) AS money_tiyn, sum(row_hash) AS hash_sum
FROM {table:Identifier}
WHERE source = {source:String}
GROUP BY unit
