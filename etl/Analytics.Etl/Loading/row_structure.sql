-- Names and types of some columns of a table in the order given, with quotes escaped for a text in quotes.
SELECT replaceAll(arrayStringConcat(arrayMap(wanted -> concat(wanted, ' ', types[indexOf(names, wanted)]), {columns:Array(String)}), ', '), '\'', '\\\'')
FROM
(
    SELECT groupArray(name) AS names, groupArray(type) AS types
    FROM system.columns
    WHERE database = currentDatabase() AND table = {table:String}
)
