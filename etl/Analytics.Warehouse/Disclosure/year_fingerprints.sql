-- A number for each year of a publication's lattice that changes with any of its cells; plans are not about people.
SELECT toYear(period_end) AS year,
    sum(cityHash64(measure, boundaries, territory_id, period_kind, period_end, category, aid_kind, toDecimalString(value, 4))) AS fingerprint
FROM published_measure
WHERE publication_id = {publication:UInt64} AND NOT startsWith(measure, 'target:')
GROUP BY year
ORDER BY year
