-- Grain: one version of the secret behind the keys of people, with what tells it from another secret. The secret itself is in no database.
CREATE TABLE secret_version
(
    version     bigint      NOT NULL PRIMARY KEY,
    check_value varchar(32) NOT NULL,
    first_used_at bigint    NOT NULL
)
