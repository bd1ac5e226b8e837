-- Elderly people in wellness courses: different persons.
SELECT
    started_on AS day,
    district_id,
    toUInt32(0) AS settlement_code,
    toUInt8(0) AS category,
    toUInt8(0) AS aid,
    person_key AS key
FROM fact_wellness_course AS t
