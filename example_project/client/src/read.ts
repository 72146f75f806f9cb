/**
 * Prints an article, and what surrounds it, from a running site:
 *
 *     npm run read -- http://127.0.0.1:8000
 *     npm run read -- http://127.0.0.1:8000 /en/technology/…/
 */
import { NewsroomError, type Language, type QuoteQuery, all, newsroom } from "./client.js";
import { articleText } from "./text.js";

const [origin = "http://127.0.0.1:8000", path] = process.argv.slice(2);
const api = newsroom(origin, { language: "en" });

async function find(path: string | undefined) {
    if (path !== undefined) return api.byPath(path);
    const site = await api.site();
    const { items } = await api.articleCards({ lang: site.default_lang as Language, limit: 1 });
    if (items[0] === undefined) throw new Error(`There is no article in ${site.default_lang} yet.`);
    return api.article(items[0].id);
}

async function main(): Promise<void> {
    const page = await find(path);
    if (page.type !== "article") {
        console.log(`${page.html_url} is a ${page.type}: ${page.title}`);
        return;
    }
    console.log(`${page.html_url}  lang=${page.lang} dir=${page.dir}`);
    for (const { lang, html_url } of page.alternates) console.log(`  hreflang=${lang} ${html_url}`);
    console.log(`\n${articleText(page)}\n`);

    const speakers = new Map<number, string>();
    for (const block of page.body) {
        if (block.type === "speaker_quote" && block.value.person) {
            speakers.set(block.value.person.id, block.value.person.name);
        }
    }
    for (const [id, name] of speakers) {
        const quotes = (query: QuoteQuery) => api.quotes(id, query);
        let said = 0;
        for await (const _quote of all(quotes, { limit: 100 })) said += 1;
        console.log(`${name}: ${said}`);
    }

    const { items } = await api.get("/api/newsroom/comments/counts/", { query: { pages: String(page.id) } });
    for (const { count } of items) console.log(`\nComments: ${count}`);
}

main().catch((error: unknown) => {
    if (!(error instanceof NewsroomError)) throw error;
    console.error(`${error.status} ${error.problem.code}: ${error.message}`);
    for (const { field, message } of error.problem.errors ?? []) console.error(`  ${field}: ${message}`);
    process.exitCode = 1;
});
