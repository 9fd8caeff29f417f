-- Releases that are built before they are published, and all that a release now holds.

alter table release add column state text not null default 'published'
    check (state in ('built', 'published'));
alter table release add column publisher_zh text not null default '';
alter table release add column publisher_en text not null default '';
alter table release add column legal_basis_zh text not null default '';
alter table release add column legal_basis_en text not null default '';
-- The files of the release with their SHA-256, as in SHA256SUMS; empty where there are no files.
alter table release add column manifest text not null default '';
-- What the gate checked and found, JSON.
alter table release add column certificate text not null default '{}';

-- Any classification, not only two. SQLite cannot take a check away, so the table is made anew.
create table protected_count (
    release_number bigint not null references release (number),
    region_code text not null references region (code),
    name text not null,
    -- Class → households or people, JSON.
    cells text not null,
    total bigint not null check (total >= 0),
    primary key (release_number, region_code, name)
);
insert into protected_count (release_number, region_code, name, cells, total)
    select release_number, region_code, name, cells, n_households from count_table;
drop table count_table;

-- Villages that are counted together with others of their township.
create table publication_unit (
    release_number bigint not null references release (number),
    region_code text not null references region (code),
    -- The member under whose code the counts stand.
    unit_code text not null,
    primary key (release_number, region_code)
);
create index publication_unit_unit_code on publication_unit (release_number, unit_code);

-- What only the project's own page shows, JSON.
alter table project add column details text not null default '{}';
alter table fund_line add column published_on text;

create table contract (
    release_number bigint not null references release (number),
    id text not null,
    project_id text not null,
    title_zh text not null,
    title_en text not null,
    supplier_zh text not null,
    supplier_en text not null,
    method text not null check (method in
        ('tender', 'negotiation', 'inquiry', 'direct', 'work_relief')),
    n_tenderers bigint check (n_tenderers >= 0),
    signed_on text not null,
    amount_fen bigint not null,
    planned_end_on text,
    -- JSON.
    modifications text not null,
    primary key (release_number, id),
    foreign key (release_number, project_id) references project (release_number, id)
);
create index contract_project_id on contract (release_number, project_id);

create table payment (
    release_number bigint not null references release (number),
    id text not null,
    project_id text not null,
    contract_id text,
    fund_id text,
    source text not null check (source in
        ('central', 'province', 'city', 'county', 'sector', 'social', 'loan')),
    paid_on text not null,
    amount_fen bigint not null,
    payee_kind text not null check (payee_kind in ('firm', 'unit', 'households')),
    payee_zh text not null,
    payee_en text not null,
    primary key (release_number, id),
    foreign key (release_number, project_id) references project (release_number, id),
    foreign key (release_number, contract_id) references contract (release_number, id),
    foreign key (release_number, fund_id) references fund_line (release_number, id)
);
create index payment_project_id on payment (release_number, project_id);

-- Why records differ from the release before.
create table change_reason (
    release_number bigint not null references release (number),
    kind text not null,
    record_id text not null,
    reason_zh text not null,
    reason_en text not null,
    complaint text,
    primary key (release_number, kind, record_id)
);

-- The next release, as it grows: one row a record that differs from what is published. Nothing in it
-- is a household.
create table draft_record (
    kind text not null check (kind in
        ('source', 'figure', 'count', 'unit', 'project', 'fund', 'contract', 'payment', 'notice')),
    id text not null,
    -- The record, JSON; none if it is withdrawn.
    body text,
    reason_zh text not null,
    reason_en text not null,
    complaint text,
    -- The file it came from, by name and SHA-256.
    file_name text not null,
    file_sha256 text not null,
    imported_at text not null,
    primary key (kind, id)
);
