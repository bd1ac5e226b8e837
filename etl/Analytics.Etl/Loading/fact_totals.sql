-- Count, money and sum of row hashes of one source's rows in one month or year of a fact table or of a stage.
SELECT count() AS rows, toInt64(sum(row_money) * 100) AS money_tiyn, sum(row_hash) AS hash_sum
FROM {table:Identifier}
WHERE source = {source:String} AND {period:Identifier} >= {from:Date} AND {period:Identifier} < {until:Date}
