-- What the source holds of a unit that waits for confirmation, so that it is not read again and again meanwhile.
ALTER TABLE load_unit ADD COLUMN held_fingerprint varchar(64) NOT NULL DEFAULT ''
