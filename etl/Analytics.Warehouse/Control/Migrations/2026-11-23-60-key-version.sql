-- Version of the secret behind the keys of a unit's people.
ALTER TABLE load_unit ADD COLUMN key_version bigint NOT NULL DEFAULT 1
