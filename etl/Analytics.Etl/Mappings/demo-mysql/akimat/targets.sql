-- One version of the planned value of one indicator for one territory and year; money in tiyn.
SELECT
  target.target_id AS row_id,
  target.year_start AS year_start,
  target.territory_code AS territory_code,
  target.indicator AS indicator,
  target.value AS value,
  target.decree AS decree,
  target.stage AS stage,
  target.decree_number AS decree_number,
  target.decree_date AS decree_date,
  target.q1 AS q1,
  target.q2 AS q2,
  target.q3 AS q3,
  target.q4 AS q4
FROM akimat_target AS target
