-- A choice has a row for each option that was chosen, and one in text for what was written beside.
create table answer_with_choices (
    response text not null references response (id) on delete cascade,
    -- Answers in the order they were given, from 0.
    position integer not null,
    question text not null,
    kind text not null check (kind in ('yesNo', 'effort', 'text', 'choice')),
    -- Of a choice the option's id.
    choice text check (kind = 'choice' or choice in ('yes', 'no')),
    rating integer,
    points integer check (points in (5, 7, 10)),
    easy_is text check (easy_is in ('high', 'low')),
    -- Null where the scale rose as its language is read.
    scale_order text check (scale_order in ('leftToRight')),
    text text,
    primary key (response, position),
    check ((kind in ('yesNo', 'choice')) = (choice is not null)),
    check ((kind = 'effort') = (rating is not null and points is not null and easy_is is not null)),
    check ((kind = 'text') = (text is not null)),
    check (rating between 1 and points)
) strict, without rowid;

insert into answer_with_choices (response, position, question, kind, choice, rating, points, easy_is, text)
select response, position, question, kind, choice, rating, points, easy_is, text from answer;

drop table answer;

alter table answer_with_choices rename to answer;
