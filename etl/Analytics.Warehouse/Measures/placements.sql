-- People placed in work: different persons.
SELECT
    placed_on AS day,
    district_id,
    settlement_code,
    toUInt8(toInt8(t.category)) AS category,
    toUInt8(0) AS aid,
    person_key AS key
FROM fact_employment_placement AS t
