-- Settlements and the units on whose land they lie since the last change of boundaries.
SELECT
  settlement.settlement_code::bigint AS row_id,
  DATE '2024-01-04' AS listed_on,
  settlement.settlement_code AS settlement_code,
  settlement.territory AS district_code,
  settlement.name AS name
FROM akimat.settlement
