-- Children aged 1 to 6 in recipient households.
SELECT
    month AS day,
    district_id,
    settlement_code,
    toUInt8(toInt8(t.category)) AS category,
    toUInt8(toInt8(t.aid)) AS aid,
    person_key AS key
FROM fact_benefit_recipient AS t
WHERE child_1_6 = 1
