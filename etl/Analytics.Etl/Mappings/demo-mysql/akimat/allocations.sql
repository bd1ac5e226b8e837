-- Budget allocated to one district for one month.
SELECT
  allocation.allocation_id AS row_id,
  allocation.month AS month,
  allocation.district_code AS district_code,
  allocation.amount_tiyn AS amount_tiyn
FROM akimat_allocation AS allocation
