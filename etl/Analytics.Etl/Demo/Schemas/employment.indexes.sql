-- Indexes of the employment system, made after the rows.
CREATE UNIQUE INDEX applicant_iin ON applicant (iin);
CREATE INDEX placement_placed_on ON placement (placed_on);
CREATE INDEX grant_application_received_on ON grant_application (received_on);
CREATE INDEX microcredit_application_received_on ON microcredit_application (received_on);
