-- What is derived from the events is rebuilt by whoever holds the database (npm run rebuild), not by the server: its role
-- could otherwise make a state say what no event has said.
drop function zz.state_rewrite(jsonb);
