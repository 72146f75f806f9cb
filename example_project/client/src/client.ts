/**
 * A small client of the newsroom API.
 *
 * The types are those of `schema.ts`, which `npm run types` makes from the OpenAPI document.
 */
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

export type Schemas = components["schemas"];
export type Article = Schemas["Article"];
export type ArticleCard = Schemas["ArticleCard"];
export type Block = Article["body"][number];
export type Citation = Schemas["Citation"];
export type OtherPage = Schemas["OtherPage"];
export type Person = Schemas["Person"];
export type PersonQuote = Schemas["PersonQuote"];
export type Problem = Schemas["ProblemDocument"];
export type SearchHit = Schemas["SearchHit"];
export type SectionDocument = Schemas["SectionDocument"];
export type SiteBundle = Schemas["SiteBundle"];
export type Source = Schemas["Source"];
export type Summit = Schemas["Summit"];
export type SummitCard = Schemas["SummitCard"];
export type AnyPage = Article | Summit | SectionDocument | OtherPage;

type Query<Path extends keyof paths> = paths[Path] extends {
    get: { parameters: { query?: infer Parameters } };
}
    ? NonNullable<Parameters>
    : never;
/** What a list is asked for, apart from the shape of its items. */
export type ArticleQuery = Omit<Query<"/api/newsroom/articles/">, "fields">;
export type SummitQuery = Omit<Query<"/api/newsroom/summits/">, "fields">;
export type QuoteQuery = Omit<Query<"/api/newsroom/people/{id}/quotes/">, "fields">;
/** A content language of the site that the types were made from. */
export type Language = NonNullable<ArticleQuery["lang"]>;
export type SearchQuery = Query<"/api/newsroom/search/">;

/** The addresses that answer GET, as the contract writes them. */
export type GetPath = {
    [Path in keyof paths]: paths[Path] extends { get: { responses: unknown } } ? Path : never;
}[keyof paths];
/** What an address takes: `path` for what stands in it, `query` for the rest. */
export type AskedOf<Path extends GetPath> = paths[Path] extends { get: { parameters: infer Asked } } ? Asked : never;
/** What an address gives: a document, or the text of a calendar, feed or bibliography. */
export type AnswerOf<Path extends GetPath> = paths[Path] extends {
    get: { responses: { 200: { content: infer Content } } };
}
    ? Content[keyof Content]
    : never;

export type NewComment = Pick<Schemas["NewComment"], "page" | "body" | "token"> & Partial<Schemas["NewComment"]>;
export type Receipt = Schemas["Receipt"];

export interface Page<Item> {
    items: Item[];
    /** The cursor of the next page; null at the end. */
    next: string | null;
    count?: number | null;
}

/** What the API answered instead of what was asked for (RFC 7807), in the language that was asked for. */
export class NewsroomError extends Error {
    constructor(
        readonly status: number,
        readonly problem: Problem,
    ) {
        super(problem.detail || problem.title);
        this.name = "NewsroomError";
    }
}

/** What is known of an answer that is no problem document, such as the page of a proxy in between. */
function problemOf(error: unknown, response: Response): Problem {
    if (typeof error === "object" && error !== null && "code" in error) return error as Problem;
    const title = response.statusText || `HTTP ${response.status}`;
    return { type: "about:blank", title, status: response.status, detail: "", code: "http-error" };
}

interface Answer {
    data?: unknown;
    error?: unknown;
    response: Response;
}

export interface Options {
    /** The language of error messages, as in `Accept-Language`. */
    language?: string;
    fetch?: (request: Request) => Promise<Response>;
}

/** `origin` is that of the Wagtail site, such as `https://news.example`. */
export function newsroom(origin: string, options: Options = {}) {
    const api = createClient<paths>({
        baseUrl: origin,
        ...(options.fetch ? { fetch: options.fetch } : {}),
        ...(options.language ? { headers: { "Accept-Language": options.language } } : {}),
    });

    /**
     * The answer as the shape that the `fields` of the request make it: the contract cannot tell, for it
     * allows every shape that `fields` can ask for.
     */
    async function answer<Shape>(request: Promise<Answer>): Promise<Shape> {
        const { data, error, response } = await request;
        if (!response.ok) throw new NewsroomError(response.status, problemOf(error, response));
        return data as Shape;
    }

    const getText = api.GET as (path: GetPath, init: { params?: object; parseAs: "text" }) => Promise<Answer>;

    /** Whatever there is at an address; JSON is read, calendars, feeds and bibliographies are given as text. */
    async function get<Path extends GetPath>(
        path: Path,
        ...[params]: {} extends AskedOf<Path> ? [AskedOf<Path>?] : [AskedOf<Path>]
    ): Promise<AnswerOf<Path>> {
        const asked = getText(path, { ...(params ? { params } : {}), parseAs: "text" });
        const text = await answer<string>(asked);
        const isJson = /\bjson\b/.test((await asked).response.headers.get("Content-Type") ?? "");
        return (isJson ? JSON.parse(text) : text) as AnswerOf<Path>;
    }

    return {
        /** Any address of the contract: `get("/api/newsroom/summits/{id}.ics", { path: { id: 7 } })`. */
        get,

        /** Languages, menus, sections and feeds. */
        site: () => answer<SiteBundle>(api.GET("/api/newsroom/site/")),

        article: (id: number) =>
            answer<Article>(api.GET("/api/newsroom/articles/{id}/", { params: { path: { id } } })),

        /** Some fields of an article: `articleFields(7, "title", "bylines")`. */
        articleFields: <Name extends keyof Article>(id: number, ...names: Name[]) =>
            answer<Pick<Article, Name>>(
                api.GET("/api/newsroom/articles/{id}/", { params: { path: { id }, query: { fields: names.join(",") } } }),
            ),

        articles: (query: ArticleQuery = {}) =>
            answer<Page<Article>>(api.GET("/api/newsroom/articles/", { params: { query } })),

        articleCards: (query: ArticleQuery = {}) =>
            answer<Page<ArticleCard>>(
                api.GET("/api/newsroom/articles/", { params: { query: { ...query, fields: "card" } } }),
            ),

        /** The article, summit, section or other page at a path; an old path leads to where the page is now. */
        byPath: (path: string) =>
            answer<AnyPage>(api.GET("/api/newsroom/articles/by-path/", { params: { query: { path } } })),

        summit: (id: number) =>
            answer<Summit>(api.GET("/api/newsroom/summits/{id}/", { params: { path: { id } } })),

        summits: (query: SummitQuery = {}) =>
            answer<Page<Summit>>(api.GET("/api/newsroom/summits/", { params: { query } })),

        person: (id: number) =>
            answer<Person>(api.GET("/api/newsroom/people/{id}/", { params: { path: { id } } })),

        quotes: (id: number, query: QuoteQuery = {}) =>
            answer<Page<PersonQuote>>(
                api.GET("/api/newsroom/people/{id}/quotes/", { params: { path: { id }, query } }),
            ),

        source: (id: number) =>
            answer<Source>(api.GET("/api/newsroom/sources/{id}/", { params: { path: { id } } })),

        search: (query: SearchQuery) =>
            answer<Page<SearchHit>>(api.GET("/api/newsroom/search/", { params: { query } })),

        /** The latest draft that a preview link of the newsroom shows. */
        preview: (token: string) =>
            answer<AnyPage>(api.GET("/api/newsroom/preview/", { params: { query: { token } } })),

        /**
         * With the `token` of `get("/api/newsroom/comments/token/", …)`, asked for when the form is shown. Send it
         * again with the same `key` when no answer came: it is posted once.
         */
        postComment: (comment: NewComment, key: string = crypto.randomUUID()) =>
            answer<Receipt>(
                api.POST("/api/newsroom/comments/", {
                    params: { header: { "Idempotency-Key": key } },
                    body: comment as Schemas["NewComment"], // what is left out has a default
                }),
            ),
    };
}

/** All items of a list, page after page: `for await (const card of all(api.articleCards, { lang: "ar" }))`. */
export async function* all<Item, Asked extends { cursor?: string }>(
    list: (query: Asked) => Promise<Page<Item>>,
    query: NoInfer<Asked>,
): AsyncGenerator<Item> {
    let page = await list(query);
    for (;;) {
        yield* page.items;
        if (page.next === null) return;
        page = await list({ ...query, cursor: page.next });
    }
}
