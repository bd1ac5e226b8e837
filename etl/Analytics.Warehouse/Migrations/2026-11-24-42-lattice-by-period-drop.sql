-- The lattice in its old order.
DROP TABLE IF EXISTS fresh_published_measure
