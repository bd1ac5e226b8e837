-- Carries the rows of the other sources of a partition into the stage, because the whole partition is replaced.
INSERT INTO {stage:Identifier}
SELECT * FROM {table:Identifier}
WHERE source != {source:String} AND {period:Identifier} >= {from:Date} AND {period:Identifier} < {until:Date}
