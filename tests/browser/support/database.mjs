/**
 * Reads a SQLite file that another process has open, without touching it.
 *
 * SQLite keeps the latest pages in a write-ahead log beside the file until it copies them over, so
 * both are read and put together: https://www.sqlite.org/fileformat2.html#walformat
 */
import { readFile } from "node:fs/promises";
import initSqlJs from "sql.js";

const WAL_HEADER = 32;
const FRAME_HEADER = 24;

/** Where the file's header says which journal it uses: 1 is the old one, 2 the write-ahead log. */
const JOURNAL_VERSIONS = [18, 19];

let loading;

/** The rows that a statement selects, each as an object. */
export async function query(file, sql, values = []) {
  const { Database } = await (loading ??= initSqlJs());
  const database = new Database(await readDatabase(file));
  try {
    const statement = database.prepare(sql, values);
    const rows = [];
    while (statement.step()) rows.push(statement.getAsObject());
    statement.free();
    return rows;
  } finally {
    database.close();
  }
}

async function readDatabase(file) {
  const log = await readFile(`${file}-wal`).catch(() => Buffer.alloc(0));
  const main = await readFile(file);
  const pages = committedPages(log);
  const size = Math.max(main.length, ...[...pages].map(([at, page]) => at + page.length));
  const whole = Buffer.alloc(size);
  main.copy(whole);
  for (const [at, page] of pages) page.copy(whole, at);
  for (const at of JOURNAL_VERSIONS) whole[at] = 1;
  return whole;
}

/** The latest committed content of each page in the log, by its place in the file. */
function committedPages(log) {
  const committed = new Map();
  if (log.length < WAL_HEADER) return committed;
  const pageSize = log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  let open = [];
  for (let at = WAL_HEADER; at + FRAME_HEADER + pageSize <= log.length; at += FRAME_HEADER + pageSize) {
    const header = log.subarray(at, at + FRAME_HEADER);
    if (!header.subarray(8, 16).equals(salt)) break;
    const page = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + pageSize);
    open.push([(header.readUInt32BE(0) - 1) * pageSize, page]);
    const endsTransaction = header.readUInt32BE(4) !== 0;
    if (endsTransaction) {
      for (const [place, content] of open) committed.set(place, content);
      open = [];
    }
  }
  return committed;
}
