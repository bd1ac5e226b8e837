CREATE TABLE payment
(
    payment_id      bigint NOT NULL,
    month           date NOT NULL,
    district_code   text NOT NULL,
    settlement_code text NOT NULL,
    case_number     text NOT NULL,
    category        text NOT NULL,
    aid             text NOT NULL,
    assigned_tiyn   bigint NOT NULL,
    paid_tiyn       bigint NOT NULL
)
