-- Planned value of one indicator for one territory and year; money in tiyn.
SELECT
  target.target_id AS row_id,
  target.year_start AS year_start,
  target.territory_code AS territory_code,
  target.indicator AS indicator,
  target.value AS value,
  target.decree AS decree
FROM akimat_target AS target
