-- The cells of the years that changed, and of the measures that compare years in all years; beside each what the public edition before did with it.
SELECT n.measure, toString(n.boundaries), n.territory_id, toString(n.period_kind), n.period_end, toString(n.category), toString(n.aid_kind), n.value,
    toUInt8(before.value = n.value AND hidden.measure != '') AS was_hidden,
    toUInt8(before.value = n.value AND hidden.measure = '') AS is_known
FROM (SELECT * FROM published_measure WHERE publication_id = {publication:UInt64}) AS n
LEFT JOIN (SELECT * FROM published_measure WHERE publication_id = {previous:UInt64} AND toYear(period_end) IN {published_years:Array(UInt16)}) AS before
    USING (measure, boundaries, territory_id, period_kind, period_end, category, aid_kind)
LEFT JOIN (SELECT * FROM hidden_cell WHERE publication_id = {previous:UInt64}) AS hidden
    USING (measure, boundaries, territory_id, period_kind, period_end, category, aid_kind)
WHERE NOT startsWith(n.measure, 'target:') AND (n.category = 'all' OR n.aid_kind = 'all')
    AND (toYear(n.period_end) IN {years:Array(UInt16)} OR n.measure IN {chained:Array(String)})
