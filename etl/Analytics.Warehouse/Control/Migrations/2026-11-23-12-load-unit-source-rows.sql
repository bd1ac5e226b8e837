-- What the source held when it was last looked at.
ALTER TABLE load_unit ADD COLUMN source_rows bigint NOT NULL DEFAULT 0
