-- Where each settlement lies: by the latest list that names it.
SELECT settlement_code, argMax(unit_id, (listed_on, row_id)) FROM dim_settlement GROUP BY settlement_code
