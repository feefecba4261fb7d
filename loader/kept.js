/**
 * All that the device keeps of ours, to be shown or erased. A file of its own: a page loads it only where
 * somebody asks.
 *
 * Never throws: what cannot be reached is not there.
 */

/** Everything that we keep has such a name; the page's own never has. */
const OURS = /^effortlet(?::|$)/;

const AREAS = ["localStorage", "sessionStorage"];
const DATABASE = "effortlet";
const STORE = "texts";

/** Milliseconds until a browser that leaves a request unanswered is not waited for. */
const PATIENCE = 3000;

/** Resolves to all of it: by where it is, then by name, as JSON where it is some. */
export async function read() {
  const told = {};
  for (const area of AREAS) told[area] = plain(ours(area).map((name) => [name, window[area].getItem(name)]));
  told.indexedDB = plain((await answered(texts)) ?? []);
  return told;
}

/** Resolves to whether nothing of it is left. What other tabs keep in memory, or write later, is theirs. */
export async function erase() {
  for (const area of AREAS) for (const name of ours(area)) window[area].removeItem(name);
  // A tab that stands still holds up the deletion of a database, and not that of what is in it.
  await answered(inStore("readwrite", (store) => void store.clear()));
  const isGone = await answered((resolve) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = request.onerror = () => resolve(true);
  });
  return !!isGone && AREAS.every((area) => ours(area).length === 0);
}

/** The names in a storage that is there. */
function ours(area) {
  try {
    return Object.keys(window[area]).filter((name) => OURS.test(name));
  } catch {
    return [];
  }
}

/** What is asked of the database: nothing where the browser does not answer, and an empty list where it refuses. */
function answered(ask) {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
    (async () => ask(resolve))().catch(() => resolve([]));
  });
}

/** Names with their texts. */
const texts = inStore("readonly", (store) => {
  const [names, values] = [store.getAllKeys(), store.getAll()];
  return () => names.result.map((name, at) => [name, values.result[at]]);
});

/** Asks for what `use` does with the store, and gives what that gives in the end. A database that is not there is not made. */
function inStore(mode, use) {
  return async (resolve) => {
    // WebKit keeps the name of a database that was not made.
    const all = await indexedDB.databases?.();
    if (all && !all.some(({ name }) => name === DATABASE)) return resolve([]);
    const opening = indexedDB.open(DATABASE);
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = (event) => {
      // Some browsers tell the page otherwise.
      event.preventDefault();
      resolve([]);
    };
    opening.onsuccess = () => {
      const database = opening.result;
      const end = (found) => {
        database.close();
        resolve(found);
      };
      try {
        const transaction = database.transaction(STORE, mode);
        const result = use(transaction.objectStore(STORE));
        transaction.oncomplete = () => end(result?.());
        transaction.onabort = () => end([]);
      } catch {
        end([]);
      }
    };
  };
}

const plain = (entries) => Object.fromEntries(entries.map(([name, text]) => [name, parsed(text)]));

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
