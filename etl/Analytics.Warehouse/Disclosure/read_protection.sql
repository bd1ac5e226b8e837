-- How far the years of a publication are protected for the public.
SELECT year, toString(state), rule, cells, small, complementary, seconds, run
FROM publication_protection
WHERE publication_id = {publication:UInt64}
ORDER BY year
