-- Posts of wrk, each a response of its own. Never the same id twice.
--
-- Arguments: a file with the response, `ID` where its id stands; eight hexadecimal digits that no other
-- run has; posts a second of all threads together, 0 for as many as are answered.

local ffi = require("ffi")
ffi.cdef("struct timespec { long s; long ns; }; int clock_gettime(int clock, struct timespec *at);")

local MONOTONIC = 1
local threads = 0
local number = 0

function setup(thread)
  thread:set("thread_number", threads)
  threads = threads + 1
end

function init(arguments)
  local file = assert(io.open(arguments[1]))
  local document = file:read("*a")
  file:close()
  -- A uuid of version 7: run, 4 digits, 7 and the thread's 3, 8000, and 12 digits that count.
  local prefix = string.format("%s-0000-7%03x-8000-", arguments[2], thread_number)
  local before, after = document:match("^(.*)ID(.*)$")
  local head = "POST /v1/responses HTTP/1.1\r\nhost: ces.example\r\ncontent-type: text/plain\r\ncontent-length: %d\r\n\r\n%s%s"
  begin = string.format(head, #before + 36 + #after, before, prefix)
  rest = after
  each = 1000 * tonumber(arguments[4] or "1") / math.max(tonumber(arguments[3]), 1)
  if tonumber(arguments[3]) == 0 then delay = nil end
end

function request()
  number = number + 1
  return begin .. string.format("%012x", number) .. rest
end

local at = ffi.new("struct timespec")
local due

-- Milliseconds until the next post is due, whatever became of those before.
function delay()
  ffi.C.clock_gettime(MONOTONIC, at)
  local now = tonumber(at.s) * 1e3 + tonumber(at.ns) / 1e6
  due = math.max((due or now) + each, now - 1000)
  return math.max(0, math.floor(due - now))
end

function done(summary, latency)
  local at = function(percent) return latency:percentile(percent) / 1000 end
  local errors = summary.errors
  print(string.format(
    '{"seconds":%.3f,"replies":%d,"refused":%d,"lost":%d,"p50":%.1f,"p99":%.1f,"max":%.1f}',
    summary.duration / 1e6, summary.requests, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout, at(50), at(99), latency.max / 1000))
end
