-- PostgreSQL puts what is newly written to an index of many values aside until there are four megabytes of it, and at
-- every question goes through all that lies there, for each word and each year: after a few hundred acts a page that asks
-- for one report among ten years of others waited for 140 ms instead of seven. Sixteen cases' worth is put aside now,
-- which costs writing nothing one can measure; nothing at all where many read and few write.
alter index zz.search_grams set (gin_pending_list_limit = 64);
alter index zz.obligations_open_by_bearer set (gin_pending_list_limit = 64);
alter index published.decisions_grams set (fastupdate = off);
