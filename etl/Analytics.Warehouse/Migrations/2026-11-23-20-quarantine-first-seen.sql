-- When the row was first rejected for this rule.
ALTER TABLE quarantine ADD COLUMN IF NOT EXISTS first_seen_at DateTime('UTC') DEFAULT seen_at
