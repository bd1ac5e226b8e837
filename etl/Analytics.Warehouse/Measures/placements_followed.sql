-- People placed in work of whom it is known whether they still worked six months later.
SELECT
    placed_on AS day,
    district_id,
    settlement_code,
    toUInt8(toInt8(t.category)) AS category,
    toUInt8(0) AS aid,
    person_key AS key
FROM fact_employment_placement AS t
WHERE retained_6m != 'unknown'
