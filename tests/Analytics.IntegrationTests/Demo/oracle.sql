-- The oracle: every measure of the demo by plain SQL on the operational databases in PostgreSQL, for every territory, period, category, kind
-- of aid and all three kinds of boundaries, from the year in oracle.first_year to that in oracle.last_year. It knows nothing of the product; what land became of which is written here once more.
CREATE TEMP TABLE unit (kato text, slug text);
INSERT INTO unit VALUES
  ('631000000', 'oskemen'), ('632200000', 'kurchatov'), ('632400000', 'ridder'), ('632800000', 'semey'), ('633200000', 'abay'), ('633400000', 'ayagoz'),
  ('633600000', 'beskaragay'), ('633800000', 'borodulikha'), ('634000000', 'glubokoe'), ('634400000', 'zharma'), ('634600000', 'zaysan'), ('634800000', 'altay'),
  ('635000000', 'kokpekti'), ('635200000', 'kurshum'), ('635400000', 'katonkaragay'), ('635500000', 'markakol'), ('635600000', 'samar'), ('635800000', 'tarbagatay'),
  ('636200000', 'ulan'), ('636300000', 'ulken-naryn'), ('636400000', 'urzhar'), ('636800000', 'shemonaikha');

CREATE TEMP TABLE today (slug text);
INSERT INTO today VALUES ('oskemen'), ('ridder'), ('glubokoe'), ('zaysan'), ('altay'), ('kurshum'), ('katonkaragay'), ('markakol'), ('samar'), ('tarbagatay'), ('ulan'), ('ulken-naryn'), ('shemonaikha');

-- Today's units that exchanged land: on common boundaries they are one.
CREATE TEMP TABLE together (slug text, place text);
INSERT INTO together VALUES ('kurshum', 'kurshum+markakol'), ('markakol', 'kurshum+markakol'), ('katonkaragay', 'katonkaragay+ulken-naryn'), ('ulken-naryn', 'katonkaragay+ulken-naryn');

-- A district that was divided: until which month its code stood for both parts, and which share of its residents lives on the new one's land.
CREATE TEMP TABLE divided (slug text, part text, last_month date, share numeric);
INSERT INTO divided VALUES
  ('kokpekti', 'samar', '2022-06-01', 0.50), ('tarbagatay', 'aqsuat', '2022-06-01', 0.51), ('katonkaragay', 'ulken-naryn', '2024-01-01', 0.49),
  ('kurshum', 'markakol', '2024-01-01', 0.38), ('urzhar', 'maqanshy', '2024-01-01', 0.37), ('semey', 'zhanasemey', '2024-01-01', 0.15);

CREATE TEMP TABLE period AS
  SELECT 'month' AS kind, n AS first, n AS last FROM generate_series(1, 12) n
  UNION ALL SELECT 'quarter', n * 3 - 2, n * 3 FROM generate_series(1, 4) n
  UNION ALL SELECT 'ytd', 1, n FROM generate_series(1, 12) n;

-- Who is counted, in which month, under which code and in which settlement.
CREATE TEMP TABLE member AS
  SELECT p.month, p.district_code, p.settlement_code, p.category, p.aid, person.iin::bigint AS key, m.work_status,
    extract(year FROM age(p.month::timestamp, person.birth_date::timestamp)) BETWEEN 1 AND 6 AS is_child_1_6
  FROM social.payment p
  JOIN social.household_member m ON m.household_id = p.household_id AND m.joined_on <= p.month AND (m.left_on IS NULL OR m.left_on > p.month)
  JOIN social.person USING (person_id)
  WHERE p.paid_tiyn > 0 AND p.month >= make_date(current_setting('oracle.first_year')::int, 1, 1) AND p.month < make_date(current_setting('oracle.last_year')::int + 1, 1, 1);

CREATE TEMP TABLE counted AS
  SELECT 'families' AS measure, p.month, p.district_code, p.settlement_code, p.category, p.aid, dense_rank() OVER (ORDER BY h.case_number) AS key
  FROM social.payment p JOIN social.household h USING (household_id) WHERE p.paid_tiyn > 0
UNION ALL SELECT 'persons', month, district_code, settlement_code, category, aid, key FROM member
UNION ALL SELECT 'children_1_6', month, district_code, settlement_code, category, aid, key FROM member WHERE is_child_1_6
UNION ALL SELECT 'able_bodied_persons', month, district_code, settlement_code, category, aid, key FROM member WHERE work_status IN ('employed', 'unemployed', 'caring')
UNION ALL SELECT 'unemployed_persons', month, district_code, settlement_code, category, aid, key FROM member WHERE work_status = 'unemployed'
UNION ALL
  SELECT measure, date_trunc('month', placed_on)::date, district_code, settlement_code, category, NULL, iin::bigint
  FROM employment.placement JOIN employment.applicant USING (applicant_id)
  CROSS JOIN LATERAL (VALUES ('placements', true), ('placements_permanent', kind = 'permanent'), ('placements_subsidised', kind <> 'permanent'),
    ('placements_followed', retained_6m IN ('yes', 'no')), ('placements_retained', retained_6m = 'yes')) AS one (measure, holds)
  WHERE holds
UNION ALL
  SELECT 'package_children', i.month, i.district_code, i.settlement_code, i.category, NULL, p.iin::bigint FROM social.package_issue i JOIN social.person p ON p.person_id = i.child_id
UNION ALL
  SELECT 'wellness_elderly', date_trunc('month', started_on)::date, district_code, NULL, NULL, NULL, iin::bigint FROM social.wellness_course JOIN social.person USING (person_id);
-- Who is new or gone is seen against the year before.
DELETE FROM counted
WHERE month < make_date(current_setting('oracle.first_year')::int - (measure = 'families')::int, 1, 1) OR month >= make_date(current_setting('oracle.last_year')::int + 1, 1, 1);
INSERT INTO counted SELECT 'conditional_families', month, district_code, settlement_code, category, NULL, key FROM counted WHERE measure = 'families' AND aid = 'conditional';

-- What is added up.
CREATE TEMP TABLE added AS
  SELECT measure, month, district_code, settlement_code, category, aid, sum(amount) AS amount
  FROM social.payment CROSS JOIN LATERAL (VALUES ('paid_amount', paid_tiyn / 100.0), ('assigned_amount', assigned_tiyn / 100.0)) AS one (measure, amount)
  GROUP BY 1, 2, 3, 4, 5, 6
UNION ALL
  SELECT measure, date_trunc('month', received_on)::date, district_code, settlement_code, category, NULL, sum(amount)
  FROM employment.grant_application
  CROSS JOIN LATERAL (VALUES ('grant_applications', 1.0), ('grants_approved', CASE WHEN status = 'approved' THEN 1.0 END), ('grants_refused', CASE WHEN status = 'refused' THEN 1.0 END),
    ('grants_under_review', CASE WHEN status = 'under_review' THEN 1.0 END), ('grants_paid', CASE WHEN status = 'approved' AND paid_on IS NOT NULL THEN 1.0 END),
    ('grant_amount', CASE WHEN status = 'approved' THEN amount_tiyn / 100.0 END)) AS one (measure, amount)
  GROUP BY 1, 2, 3, 4, 5
UNION ALL
  SELECT measure, date_trunc('month', received_on)::date, district_code, settlement_code, category, NULL, sum(amount)
  FROM employment.microcredit_application CROSS JOIN LATERAL (VALUES ('microcredits_issued', 1.0), ('microcredit_amount', amount_tiyn / 100.0)) AS one (measure, amount)
  WHERE status = 'issued'
  GROUP BY 1, 2, 3, 4, 5
UNION ALL SELECT 'package_amount', month, district_code, settlement_code, category, NULL, sum(value_tiyn) / 100.0 FROM social.package_issue GROUP BY 2, 3, 4, 5
UNION ALL SELECT 'allocated_amount', month, district_code, NULL, NULL, NULL, sum(amount_tiyn) / 100.0 FROM akimat.allocation GROUP BY 2, 3
UNION ALL
  SELECT measure, date_trunc('month', held_on)::date, district_code, NULL, NULL, NULL, sum(amount)
  FROM akimat.outreach_event CROSS JOIN LATERAL (VALUES ('outreach_events', 1.0), ('outreach_attendees', attendees::numeric)) AS one (measure, amount)
  GROUP BY 1, 2, 3;

-- Where the facts of a code, settlement and month count: in their district and the region as they were, on the land of today's, and on that of units that exchanged land.
CREATE TEMP TABLE spot AS
  SELECT DISTINCT month, district_code, coalesce(settlement_code, '') AS settlement FROM counted
  UNION SELECT DISTINCT month, district_code, coalesce(settlement_code, '') FROM added
  UNION SELECT DISTINCT counted_on, district_code, '' FROM akimat.population;
CREATE TEMP TABLE place AS
WITH land AS (
  SELECT month, district_code, settlement, territory AS slug, 1.0 AS weight FROM spot JOIN social.settlement ON settlement_code = settlement
  UNION ALL
  SELECT month, district_code, settlement, part.slug, part.weight FROM spot JOIN unit ON kato = district_code LEFT JOIN divided ON divided.slug = unit.slug AND month <= last_month
  CROSS JOIN LATERAL (VALUES (unit.slug, 1 - coalesce(share, 0)), (part, share)) AS part (slug, weight)
  WHERE settlement = '' AND part.slug IS NOT NULL)
SELECT month, district_code, settlement, 'as_reported' AS boundaries, one AS place, 1.0 AS weight
FROM spot JOIN unit ON kato = district_code CROSS JOIN LATERAL (VALUES (slug), ('vko')) AS place (one)
UNION ALL SELECT month, district_code, settlement, 'current', slug, weight FROM land
UNION ALL SELECT month, district_code, settlement, 'current', 'vko', sum(weight) FROM land JOIN today USING (slug) GROUP BY 1, 2, 3
UNION ALL SELECT month, district_code, settlement, 'common', place, sum(weight) FROM land JOIN together USING (slug) GROUP BY 1, 2, 3, 5;
CREATE INDEX ON place (month, district_code, settlement);
ANALYZE place; ANALYZE counted;

CREATE TEMP TABLE figure (measure text, boundaries text, place text, kind text, y int, last int, category text, aid text, value numeric);

INSERT INTO figure
SELECT measure, boundaries, place, kind, y, last, category, aid, sum(amount)
FROM (
  SELECT measure, boundaries, place, extract(year FROM month)::int AS y, extract(month FROM month)::int AS m, c AS category, k AS aid, amount * weight AS amount
  FROM added JOIN place USING (month, district_code) CROSS JOIN LATERAL (SELECT DISTINCT unnest(ARRAY['all', coalesce(category, 'all')]) AS c) AS categories
  CROSS JOIN LATERAL (SELECT DISTINCT unnest(ARRAY['all', coalesce(aid, 'all')]) AS k) AS aids
  WHERE settlement = coalesce(settlement_code, '') AND amount IS NOT NULL) AS spread
JOIN period ON m BETWEEN first AND last
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;

-- The months of each key in a year, as bits; keys that count by a share stay apart by their district.
CREATE TEMP TABLE months AS
SELECT measure, boundaries, place, category, aid, y, key, weight, shared, bit_or(1 << (m - 1)) AS bits
FROM (
  SELECT measure, boundaries, place, weight, CASE WHEN weight < 1 THEN district_code END AS shared, extract(year FROM month)::int AS y, extract(month FROM month)::int AS m, c AS category, k AS aid, key
  FROM counted JOIN place USING (month, district_code) CROSS JOIN LATERAL (SELECT DISTINCT unnest(ARRAY['all', coalesce(category, 'all')]) AS c) AS categories
  CROSS JOIN LATERAL (SELECT DISTINCT unnest(ARRAY['all', coalesce(aid, 'all')]) AS k) AS aids
  WHERE settlement = coalesce(settlement_code, '')) AS spread
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;

CREATE TEMP TABLE pattern AS
  SELECT measure, boundaries, place, category, aid, y, bits, 0 AS before, sum(weight) AS keys, 'seen' AS how FROM months GROUP BY 1, 2, 3, 4, 5, 6, 7
UNION ALL SELECT 'person_months', boundaries, place, category, aid, y, bits, 0, sum(weight), 'months' FROM months WHERE measure = 'persons' GROUP BY 1, 2, 3, 4, 5, 6, 7
UNION ALL
  SELECT how.measure, coalesce(n.boundaries, o.boundaries), coalesce(n.place, o.place), coalesce(n.category, o.category), coalesce(n.aid, o.aid), coalesce(n.y, o.y + 1),
    coalesce(n.bits, 0), coalesce(o.bits, 0), count(*), how.how
  FROM (SELECT * FROM months WHERE measure = 'families') AS n
  FULL JOIN (SELECT * FROM months WHERE measure = 'families') AS o
    ON (n.boundaries, n.place, n.category, n.aid, n.key, n.y) = (o.boundaries, o.place, o.category, o.aid, o.key, o.y + 1)
  CROSS JOIN (VALUES ('families_new', 'entered'), ('families_exited', 'left')) AS how (measure, how)
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, how.how;

INSERT INTO figure
SELECT measure, boundaries, place, kind, y, last, category, aid, sum(keys * CASE how
    WHEN 'seen' THEN (bits & mask <> 0)::int
    WHEN 'months' THEN bit_count((bits & mask)::bit(12))
    WHEN 'entered' THEN (bits & mask <> 0 AND before & mask = 0)::int
    ELSE (bits & mask = 0 AND before & mask <> 0)::int END)
FROM pattern CROSS JOIN LATERAL (SELECT kind, last, (1 << last) - (1 << (first - 1)) AS mask FROM period) AS one
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;

INSERT INTO figure
SELECT 'grant_decision_days', boundaries, place, kind, extract(year FROM received_on)::int, last, c, 'all', percentile_cont(0.5) WITHIN GROUP (ORDER BY decided_on - received_on)
FROM employment.grant_application g
JOIN place ON place.month = date_trunc('month', received_on)::date AND place.district_code = g.district_code AND settlement = settlement_code
JOIN period ON extract(month FROM received_on) BETWEEN first AND last
CROSS JOIN LATERAL (SELECT DISTINCT unnest(ARRAY['all', category]) AS c) AS categories
WHERE status IN ('approved', 'refused') AND decided_on IS NOT NULL
GROUP BY 2, 3, 4, 5, 6, 7;

-- Residents of 1 January hold in all periods of the year that begin while the unit, and of the region every unit, is still in it.
INSERT INTO figure
SELECT 'population', boundaries, place, kind, y, last, 'all', 'all', sum(residents * weight)
FROM akimat.population p JOIN place ON month = counted_on AND place.district_code = p.district_code AND settlement = ''
CROSS JOIN LATERAL (SELECT extract(year FROM counted_on)::int AS y) AS year
CROSS JOIN period
WHERE boundaries <> 'as_reported' OR y <> 2022 OR first <= 6 OR (place <> 'vko' AND place IN (SELECT slug FROM today))
GROUP BY 1, 2, 3, 4, 5, 6;

SELECT measure, boundaries, place, kind, (make_date(y, last, 1) + INTERVAL '1 month - 1 day')::date, category, aid, value
FROM figure WHERE (value <> 0 OR measure = 'grant_decision_days') AND y BETWEEN current_setting('oracle.first_year')::int AND current_setting('oracle.last_year')::int;
