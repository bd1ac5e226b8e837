-- The message as code and arguments, so that a page tells it in its own language; empty when it is English text only.
ALTER TABLE load_run ADD COLUMN message_json text NOT NULL DEFAULT ''
