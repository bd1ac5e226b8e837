-- The oracle: figures of the demo by plain SQL on the operational database in PostgreSQL. It knows nothing of the product.
CREATE TEMP TABLE unit (id smallint GENERATED ALWAYS AS IDENTITY, kato text, slug text);
INSERT INTO unit (kato, slug) VALUES
  ('631000000', 'oskemen'), ('632200000', 'kurchatov'), ('632400000', 'ridder'), ('632800000', 'semey'), ('633200000', 'abay'), ('633400000', 'ayagoz'),
  ('633600000', 'beskaragay'), ('633800000', 'borodulikha'), ('634000000', 'glubokoe'), ('634400000', 'zharma'), ('634600000', 'zaysan'), ('634800000', 'altay'),
  ('635000000', 'kokpekti'), ('635200000', 'kurshum'), ('635400000', 'katonkaragay'), ('635500000', 'markakol'), ('635600000', 'samar'), ('635800000', 'tarbagatay'),
  ('636200000', 'ulan'), ('636300000', 'ulken-naryn'), ('636400000', 'urzhar'), ('636800000', 'shemonaikha');

CREATE TEMP TABLE cell (id smallint GENERATED ALWAYS AS IDENTITY, measure text, category text, aid text, in_category text, in_aid text);
INSERT INTO cell (measure, category, aid, in_category, in_aid) SELECT m, c, a, nullif(c, 'all'), nullif(a, 'all')
FROM unnest(ARRAY['families', 'persons', 'paid_amount', 'placements', 'grant_applications', 'grants_approved']) AS m,
  unnest(ARRAY['all', 'large_family', 'low_income']) AS c, unnest(ARRAY['all', 'conditional', 'unconditional']) AS a
WHERE (m IN ('families', 'persons', 'paid_amount') OR a = 'all')
  -- People are many: the corner cells and the whole.
  AND (m <> 'persons' OR (c = 'all') = (a = 'all'));

-- Who is counted, in which month, district, category, kind of aid.
CREATE TEMP TABLE counted AS
  SELECT DISTINCT 'families' AS measure, p.month, p.district_code, p.category, p.aid, dense_rank() OVER (ORDER BY h.case_number) AS key
  FROM social.payment p JOIN social.household h USING (household_id) WHERE p.paid_tiyn > 0
UNION ALL
  SELECT DISTINCT 'persons', p.month, p.district_code, p.category, p.aid, person.iin::bigint
  FROM social.payment p
  JOIN social.household_member m ON m.household_id = p.household_id AND m.joined_on <= p.month AND (m.left_on IS NULL OR m.left_on > p.month)
  JOIN social.person USING (person_id)
  WHERE p.paid_tiyn > 0
UNION ALL
  SELECT DISTINCT 'placements', date_trunc('month', p.placed_on)::date, p.district_code, p.category, NULL, a.iin::bigint
  FROM employment.placement p JOIN employment.applicant a USING (applicant_id);

-- What is added up.
CREATE TEMP TABLE added AS
  SELECT 'paid_amount' AS measure, month, district_code, category, aid, sum(paid_tiyn) / 100.0 AS amount FROM social.payment GROUP BY 2, 3, 4, 5
UNION ALL
  SELECT 'grant_applications', date_trunc('month', received_on)::date, district_code, category, NULL, count(*) FROM employment.grant_application GROUP BY 2, 3, 4
UNION ALL
  SELECT 'grants_approved', date_trunc('month', received_on)::date, district_code, category, NULL, count(*) FROM employment.grant_application WHERE status = 'approved' GROUP BY 2, 3, 4;

CREATE TEMP TABLE figure (measure text, place text, kind text, last_month date, category text, aid text, value numeric);

INSERT INTO figure
SELECT measure, place, kind, make_date(y, last, 1), category, aid, sum(amount)
FROM (
  SELECT a.measure, place, extract(year FROM month)::int AS y, extract(month FROM month)::int AS m, c.category, c.aid, amount
  FROM added a JOIN unit ON kato = district_code
  JOIN cell c ON c.measure = a.measure AND coalesce(in_category, a.category) = a.category AND (in_aid IS NULL OR in_aid = a.aid)
  CROSS JOIN LATERAL (VALUES (slug), ('vko')) AS place (place)) AS spread
JOIN (SELECT 'month' AS kind, n AS first, n AS last FROM generate_series(1, 12) n
  UNION ALL SELECT 'quarter', n * 3 - 2, n * 3 FROM generate_series(1, 4) n
  UNION ALL SELECT 'ytd', 1, n FROM generate_series(1, 12) n) AS period ON m BETWEEN first AND last
GROUP BY measure, place, kind, y, last, category, aid;

-- A key of each period by its months: in the quarter once, in a year to date from its first month of the year on. Place 0 is the region.
ANALYZE counted;
CREATE TEMP TABLE seen AS
  SELECT DISTINCT c.id AS cell, place, extract(year FROM month)::smallint AS y, extract(month FROM month)::smallint AS m, key
  FROM counted JOIN unit ON kato = district_code
  JOIN cell c ON c.measure = counted.measure AND coalesce(in_category, counted.category) = counted.category AND (in_aid IS NULL OR in_aid = counted.aid)
  CROSS JOIN LATERAL (VALUES (unit.id), (0::smallint)) AS place (place);
ANALYZE seen;

INSERT INTO figure
SELECT measure, coalesce(slug, 'vko'), kind, make_date(y, last, 1), category, aid, keys
FROM (
    SELECT cell, place, 'month' AS kind, y, m AS last, count(*) AS keys FROM seen GROUP BY cell, place, y, m
  UNION ALL
    SELECT cell, place, 'quarter', y, q * 3, count(*) FROM (SELECT DISTINCT cell, place, y, (m + 2) / 3 AS q, key FROM seen) AS quarterly GROUP BY cell, place, y, q
  UNION ALL
    SELECT cell, place, 'ytd', y, last, sum(keys)
    FROM (SELECT cell, place, y, first, count(*) AS keys FROM (SELECT cell, place, y, key, min(m) AS first FROM seen GROUP BY cell, place, y, key) AS entered GROUP BY cell, place, y, first) AS entries
    JOIN generate_series(1, 12) AS last ON last >= first
    GROUP BY cell, place, y, last) AS counts
JOIN cell ON cell.id = counts.cell
LEFT JOIN unit ON unit.id = place;

SELECT measure, place, kind, (last_month + INTERVAL '1 month - 1 day')::date, category, aid, value FROM figure WHERE value <> 0;
