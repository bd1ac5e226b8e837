-- Settlements and the units on whose land they lie since the last change of boundaries.
SELECT
  CAST(settlement.settlement_code AS SIGNED) AS row_id,
  DATE '2024-01-04' AS listed_on,
  settlement.settlement_code AS settlement_code,
  settlement.territory AS district_code,
  settlement.name AS name
FROM akimat_settlement AS settlement
