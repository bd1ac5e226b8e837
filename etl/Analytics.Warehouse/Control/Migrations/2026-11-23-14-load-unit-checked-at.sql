-- When the unit was last compared with its source.
ALTER TABLE load_unit ADD COLUMN checked_at bigint NULL
