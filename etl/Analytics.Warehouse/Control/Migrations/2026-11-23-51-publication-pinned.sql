-- True of the publication in force when an operator returned to it: nothing newer is published until the operator goes on.
ALTER TABLE publication ADD COLUMN pinned smallint NOT NULL DEFAULT 0
