-- Compiling these plans takes longer than running them (seen: 1,330 ms against 400 ms for words that 30,000 cases have).
alter function app.find_records(text, text, boolean, integer) set jit = off;
alter function app.find_concerns(text, boolean, integer) set jit = off;
alter function app.find_repeated(text, text[], timestamptz, integer, integer) set jit = off;
