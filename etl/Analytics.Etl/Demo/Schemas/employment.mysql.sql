-- The employment system: placements, grants, microcredits. Money is whole tiyn. Its tables share a database with those of the other systems: hence the prefix.
DROP TABLE IF EXISTS employment_about;
CREATE TABLE employment_about (
  text varchar(500) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS employment_district;
CREATE TABLE employment_district (
  district_code varchar(20) NOT NULL PRIMARY KEY,
  name_ru varchar(500) NOT NULL,
  name_kk varchar(500) NOT NULL,
  in_force_from date,
  in_force_to date
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS employment_settlement;
CREATE TABLE employment_settlement (
  settlement_code varchar(20) NOT NULL PRIMARY KEY,
  name varchar(500) NOT NULL,
  territory varchar(40) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS employment_applicant;
CREATE TABLE employment_applicant (
  applicant_id bigint PRIMARY KEY,
  iin varchar(20) NOT NULL,
  full_name varchar(500) NOT NULL,
  birth_date date NOT NULL,
  UNIQUE KEY applicant_iin (iin)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS employment_placement;
CREATE TABLE employment_placement (
  placement_id bigint PRIMARY KEY,
  applicant_id bigint NOT NULL,
  placed_on date NOT NULL,
  district_code varchar(20) NOT NULL,
  settlement_code varchar(20) NOT NULL,
  category varchar(40) NOT NULL,
  kind varchar(40) NOT NULL,
  employer varchar(500) NOT NULL,
  retained_6m varchar(40),
  KEY placement_placed_on (placed_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS employment_grant_application;
CREATE TABLE employment_grant_application (
  application_id bigint PRIMARY KEY,
  applicant_id bigint NOT NULL,
  received_on date NOT NULL,
  district_code varchar(20) NOT NULL,
  settlement_code varchar(20) NOT NULL,
  category varchar(40) NOT NULL,
  status varchar(40) NOT NULL,
  decided_on date,
  paid_on date,
  amount_tiyn bigint,
  refusal_reason varchar(500),
  KEY grant_application_received_on (received_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS employment_microcredit_application;
CREATE TABLE employment_microcredit_application (
  application_id bigint PRIMARY KEY,
  applicant_id bigint NOT NULL,
  received_on date NOT NULL,
  district_code varchar(20) NOT NULL,
  settlement_code varchar(20) NOT NULL,
  category varchar(40) NOT NULL,
  status varchar(40) NOT NULL,
  issued_on date,
  amount_tiyn bigint,
  KEY microcredit_application_received_on (received_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
