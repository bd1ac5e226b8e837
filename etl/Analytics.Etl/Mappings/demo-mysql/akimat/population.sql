-- Residents of one district on 1 January.
SELECT
  population.population_id AS row_id,
  population.counted_on AS counted_on,
  population.district_code AS district_code,
  population.residents AS residents
FROM akimat_population AS population
