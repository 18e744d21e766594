// The pages of tables that a phone keeps: one person may enter what all tables of a hall have counted.

/** Keeps a page and returns its text; null if it is not to be kept, undefined without a signal. */
export type Keep = (url: string) => Promise<string | null | undefined>;

const list = "/tables";

/** The address of the table whose page, or whose form for a question, this is. */
export const tableOf = (path: string) => path.split("/").slice(0, 3).join("/");

const linksOf = (text: string, parts: string) =>
  [...new Set(Array.from(text.matchAll(new RegExp(`href="(${list}${parts})"`, "g")), ([, link]) => link))];

/** Whether a page is the list of the phone's tables, or the page of one of them. */
export const isOfTables = (path: string) => path === list || path === tableOf(path) && path.startsWith(`${list}/`);

/** From their list on a phone has the forms of all its tables, and from the page of a table on those of that table. */
export async function keepTables(keep: Keep, cache: Cache) {
  const path = location.pathname, here = await keep(list);
  if (typeof here !== "string") return;
  const tables = linksOf(here, '/[^"/]+'), read = new Set<string>(), forms: string[] = [];
  for (const table of path === list ? tables : [path]) {
    const page = await keep(table);
    if (page === undefined) return;
    if (page === null) continue;
    read.add(table);
    forms.push(...linksOf(page, '/[^"/]+/[^"/]+'));
  }
  // Those that the phone does not have come first: people go on before all are here. The others may be out of date.
  const kept = new Set((await cache.keys()).map(request => new URL(request.url).pathname));
  for (const isKept of [false, true])
    for (const form of forms.filter(one => kept.has(one) === isKept))
      if (await keep(form) === undefined) return;
  for (const page of kept) {
    const isGone = !tables.includes(tableOf(page)) || read.has(tableOf(page)) && page !== tableOf(page);
    if (page.startsWith(`${list}/`) && isGone && !forms.includes(page)) await cache.delete(page);
  }
}
