-- Rows of the other sources of a partition.
SELECT count() FROM {table:Identifier}
WHERE source != {source:String} AND {period:Identifier} >= {from:Date} AND {period:Identifier} < {until:Date}
