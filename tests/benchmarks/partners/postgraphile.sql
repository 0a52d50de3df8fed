-- The same content as plain tables, with the keys and indexes that PostGraphile likes best.
CREATE SCHEMA peer;
CREATE TABLE peer.citizens (key text PRIMARY KEY, reach text);
CREATE TABLE peer.consents (
  key bigserial PRIMARY KEY,
  citizen text NOT NULL REFERENCES peer.citizens,
  place int NOT NULL,
  purpose text NOT NULL, category text NOT NULL, recipient text NOT NULL,
  answer text NOT NULL, since timestamptz, valid_until date,
  sheet_id text, major int, minor int
);
CREATE INDEX ON peer.consents (citizen, place);
CREATE TABLE peer.people (key text PRIMARY KEY, name text);
CREATE TABLE peer.datasets (key text PRIMARY KEY, title text);
CREATE TABLE peer.requests (
  key text PRIMARY KEY,
  place int NOT NULL UNIQUE,
  study text, status text, received_on date, decide_by date,
  applicant text NOT NULL REFERENCES peer.people
);
CREATE INDEX ON peer.requests (applicant);
CREATE TABLE peer.asked (
  request text NOT NULL REFERENCES peer.requests,
  dataset text NOT NULL REFERENCES peer.datasets,
  PRIMARY KEY (request, dataset)
);
CREATE INDEX ON peer.asked (dataset);
CREATE TABLE peer.decisions (
  key bigserial PRIMARY KEY,
  request text NOT NULL REFERENCES peer.requests,
  at timestamptz NOT NULL, granted boolean NOT NULL
);
CREATE INDEX ON peer.decisions (request);
CREATE TABLE peer.audit (
  position bigserial PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  code text NOT NULL,
  citizen text NOT NULL REFERENCES peer.citizens,
  told jsonb NOT NULL
);
CREATE INDEX ON peer.audit (citizen);
CREATE TABLE peer.choices (
  key bigserial PRIMARY KEY,
  citizen text NOT NULL REFERENCES peer.citizens,
  purpose text NOT NULL, category text NOT NULL, recipient text NOT NULL, says text NOT NULL,
  sheet_id text NOT NULL, major int NOT NULL, minor int NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON peer.choices (citizen);
CREATE FUNCTION peer.record_choice(
  citizen text, purpose text, category text, recipient text, says text,
  sheet_id text, major int, minor int
) RETURNS peer.audit LANGUAGE sql VOLATILE AS $$
  INSERT INTO peer.choices (citizen, purpose, category, recipient, says, sheet_id, major, minor)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
  INSERT INTO peer.audit (code, citizen, told)
  VALUES ('consents.choice-recorded', $1, jsonb_build_object(
    'purpose', $2, 'category', $3, 'recipient', $4, 'says', $5,
    'sheet', $6, 'major', $7, 'minor', $8))
  RETURNING *;
$$;
