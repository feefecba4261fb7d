-- A whole number of a fact is 3 and not 3.0 from now on: columns of facts are made anew where there are any.
delete from segment_column where (select facts from folded where id = 1) <> '[]';
delete from segment where (select facts from folded where id = 1) <> '[]';
delete from void where (select facts from folded where id = 1) <> '[]';
update folded set up_to = 0 where id = 1 and facts <> '[]';
