-- Outreach events held.
SELECT
    held_on AS day,
    district_id,
    toUInt32(0) AS settlement_code,
    toUInt8(0) AS category,
    toUInt8(0) AS aid,
    toUInt32(1) AS amount
FROM fact_outreach_event AS t
