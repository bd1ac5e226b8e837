-- 1 when a part of the value was divided by declared shares of residents; 2 when the cell cannot be computed because of that, as a median.
ALTER TABLE published_measure ADD COLUMN IF NOT EXISTS estimated UInt8 DEFAULT 0
