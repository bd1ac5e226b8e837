-- Grain: one column of what a mapping returned, or of a table that it reads, when it was last looked at.
CREATE TABLE source_column
(
    source      varchar(64)  NOT NULL,
    relation    varchar(400) NOT NULL,
    column_name varchar(200) NOT NULL,
    type        varchar(200) NOT NULL,
    notice      varchar(900) NOT NULL,
    noticed_at  bigint       NULL,
    PRIMARY KEY (source, relation, column_name)
)
