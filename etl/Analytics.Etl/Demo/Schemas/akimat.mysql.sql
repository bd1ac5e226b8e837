-- The akimat's system: outreach, targets, allocations, population. Money is whole tiyn. Its tables share a database with those of the other systems: hence the prefix.
DROP TABLE IF EXISTS akimat_about;
CREATE TABLE akimat_about (
  text varchar(500) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS akimat_district;
CREATE TABLE akimat_district (
  district_code varchar(20) NOT NULL PRIMARY KEY,
  name_ru varchar(500) NOT NULL,
  name_kk varchar(500) NOT NULL,
  in_force_from date,
  in_force_to date
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS akimat_settlement;
CREATE TABLE akimat_settlement (
  settlement_code varchar(20) NOT NULL PRIMARY KEY,
  name varchar(500) NOT NULL,
  territory varchar(40) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS akimat_outreach_event;
CREATE TABLE akimat_outreach_event (
  event_id bigint PRIMARY KEY,
  held_on date NOT NULL,
  district_code varchar(20) NOT NULL,
  topic varchar(500) NOT NULL,
  venue varchar(500) NOT NULL,
  attendees bigint NOT NULL,
  KEY outreach_event_held_on (held_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS akimat_population;
CREATE TABLE akimat_population (
  population_id bigint PRIMARY KEY,
  counted_on date NOT NULL,
  district_code varchar(20) NOT NULL,
  residents bigint NOT NULL,
  UNIQUE KEY population_counted_on (counted_on, district_code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS akimat_target;
CREATE TABLE akimat_target (
  target_id bigint PRIMARY KEY,
  year_start date NOT NULL,
  territory_code varchar(20) NOT NULL,
  indicator varchar(40) NOT NULL,
  value bigint NOT NULL,
  decree varchar(500),
  stage varchar(16) NOT NULL,
  decree_number varchar(100) NOT NULL,
  decree_date date NOT NULL,
  q1 bigint,
  q2 bigint,
  q3 bigint,
  q4 bigint,
  UNIQUE KEY target_year_start (year_start, territory_code, indicator, stage)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS akimat_allocation;
CREATE TABLE akimat_allocation (
  allocation_id bigint PRIMARY KEY,
  month date NOT NULL,
  district_code varchar(20) NOT NULL,
  amount_tiyn bigint NOT NULL,
  UNIQUE KEY allocation_month (month, district_code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
