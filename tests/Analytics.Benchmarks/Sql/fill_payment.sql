-- Payments of several months: every household is paid once a month, in a district and settlement of its own. $1: rows, $2: months, $3: KATO codes of the districts.
INSERT INTO payment
SELECT
    number + 1,
    (date '2020-01-01' + make_interval(months => (number / households)::int))::date,
    district,
    (district::bigint + 1 + household / 7 % 12)::text,
    'КСП-' || lpad(household::text, 12, '0'),
    CASE WHEN household % 10 < 7 THEN 'large_family' ELSE 'low_income' END,
    CASE WHEN household % 3 = 0 THEN 'conditional' ELSE 'unconditional' END,
    1000000 + number * 7919 % 4000000,
    1000000 + number * 7919 % 4000000
FROM (SELECT $1::bigint AS rows, $1::bigint / $2 AS households) AS size
CROSS JOIN LATERAL generate_series(0, size.rows - 1) AS number
CROSS JOIN LATERAL (SELECT number % size.households * 2654435761 % 4294967296 AS household) AS one
CROSS JOIN LATERAL (SELECT ($3::text[])[1 + household % array_length($3::text[], 1)] AS district) AS two
