-- Money of the rows that the source held when it was last looked at.
ALTER TABLE load_unit ADD COLUMN source_money_tiyn bigint NOT NULL DEFAULT 0
