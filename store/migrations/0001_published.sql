-- What the public sees. Everything but the places belongs to one release and is never changed.
-- Only `text` and `bigint`, so that the same file serves SQLite and PostgreSQL.

create table region (
    code text primary key,
    parent_code text references region (code),
    level bigint not null check (level between 1 and 5),
    name text not null,
    pinyin text not null
);
create index region_parent_code on region (parent_code, code);

create table release (
    number bigint primary key check (number > 0),
    published_at text not null,
    as_of text not null,
    title_zh text not null,
    title_en text not null
);

create table source_document (
    release_number bigint not null references release (number),
    id text not null,
    position bigint not null,
    title_zh text not null,
    title_en text not null,
    publisher_zh text not null,
    publisher_en text not null,
    published_on text,
    note_zh text not null,
    note_en text not null,
    primary key (release_number, id)
);

create table figure (
    release_number bigint not null references release (number),
    id text not null,
    position bigint not null,
    region_code text not null references region (code),
    topic text not null check (topic in
        ('people', 'housing', 'relocation', 'industry', 'funds', 'support', 'villages', 'rules')),
    name_zh text not null,
    name_en text not null,
    value text not null,
    qualifier text not null check (qualifier in
        ('as_printed', 'more_than', 'at_least', 'below', 'about', 'nearly')),
    unit_zh text not null,
    unit_en text not null,
    period_zh text,
    period_en text,
    derivation_zh text,
    derivation_en text,
    warning_zh text,
    warning_en text,
    source_id text not null,
    primary key (release_number, id),
    foreign key (release_number, source_id) references source_document (release_number, id)
);
create index figure_region_code on figure (release_number, region_code, position);

create table count_table (
    release_number bigint not null references release (number),
    region_code text not null references region (code),
    name text not null check (name in ('status', 'cause')),
    -- Class → households, JSON.
    cells text not null,
    n_households bigint not null check (n_households >= 0),
    primary key (release_number, region_code, name)
);

create table project (
    release_number bigint not null references release (number),
    id text not null,
    region_code text not null references region (code),
    name_zh text not null,
    name_en text not null,
    kind text not null check (kind in
        ('industry', 'infrastructure', 'housing', 'relocation', 'training', 'service')),
    nature text not null check (nature in ('new', 'continued')),
    stage text not null check (stage in
        ('listed', 'approved', 'building', 'finished', 'accepted')),
    content_zh text not null,
    content_en text not null,
    target_zh text not null,
    target_en text not null,
    benefit_zh text not null,
    benefit_en text not null,
    duty_unit_zh text not null,
    duty_unit_en text not null,
    duty_post_zh text not null,
    duty_post_en text not null,
    duty_phone text not null,
    n_beneficiary_households bigint not null check (n_beneficiary_households >= 0),
    planned_start_on text not null,
    planned_end_on text not null,
    actual_start_on text,
    actual_end_on text,
    deviation_zh text,
    deviation_en text,
    year bigint not null,
    -- The sums of its `project_money`, so that a list needs no join and can be ordered by them.
    planned_fen bigint not null,
    paid_fen bigint not null,
    primary key (release_number, id)
);
create index project_region_code on project (release_number, region_code);

create table project_money (
    release_number bigint not null,
    project_id text not null,
    source text not null check (source in
        ('central', 'province', 'city', 'county', 'sector', 'social', 'loan')),
    position bigint not null,
    planned_fen bigint not null,
    allocated_fen bigint not null,
    paid_fen bigint not null,
    primary key (release_number, project_id, source),
    foreign key (release_number, project_id) references project (release_number, id)
);

create table fund_line (
    release_number bigint not null references release (number),
    id text not null,
    region_code text not null references region (code),
    source text not null check (source in
        ('central', 'province', 'city', 'county', 'sector', 'social', 'loan')),
    name_zh text not null,
    name_en text not null,
    document_number text not null,
    year bigint not null,
    amount_fen bigint not null,
    allocated_on text not null,
    use_zh text not null,
    use_en text not null,
    project_id text,
    primary key (release_number, id),
    foreign key (release_number, project_id) references project (release_number, id)
);
create index fund_line_region_code on fund_line (release_number, region_code);
create index fund_line_project_id on fund_line (release_number, project_id);

create table notice (
    release_number bigint not null references release (number),
    id text not null,
    region_code text not null references region (code),
    kind text not null check (kind in ('project', 'fund', 'monitor', 'dibao')),
    title_zh text not null,
    title_en text not null,
    body_zh text not null,
    body_en text not null,
    posted_on text not null,
    ends_on text not null,
    phones text not null,
    project_id text,
    primary key (release_number, id),
    foreign key (release_number, project_id) references project (release_number, id)
);
create index notice_region_code on notice (release_number, region_code);
