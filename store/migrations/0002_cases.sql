-- Applications, complaints and what happened to them. Events are only ever added.
-- A case names its place without a foreign key: an incomplete list of places must not refuse a case.

create table filed_case (
    reference text primary key,
    kind text not null check (kind in ('application', 'complaint')),
    receipt_hash text not null unique,
    idempotency_hash text not null unique,
    -- The programme of an application, the kind of a complaint.
    subject text not null,
    region_code text,
    filed_at text not null
);
create index filed_case_filed_at on filed_case (filed_at, reference);

create table application (
    reference text primary key references filed_case (reference),
    pack text not null,
    applicant_name text not null,
    phone text not null,
    helper_name text,
    answers text not null,
    result text not null
);

create table complaint (
    reference text primary key references filed_case (reference),
    about text,
    about_as_seen text,
    body text not null,
    contact text
);

create table case_event (
    reference text not null references filed_case (reference),
    -- 1 is the filing.
    number bigint not null check (number > 0),
    step text not null,
    at text not null,
    message text,
    primary key (reference, number)
);

create table request_count (
    -- The beginning of the span of time that is counted together.
    counted_from text not null,
    key_hash text not null,
    n_requests bigint not null,
    primary key (counted_from, key_hash)
);
