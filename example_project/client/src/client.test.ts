import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { NewsroomError, newsroom } from "./client.js";

type Said = [status: number, type: string, body: string];
const problem = {
    type: "urn:gulf-summit:problem:not-found",
    title: "Not found",
    status: 404,
    detail: "Nothing.",
    code: "not-found",
};
const says: Record<string, Said> = {
    "/api/newsroom/site/": [502, "text/html", "<h1>Bad gateway</h1>"],
    "/api/newsroom/articles/1/": [404, "application/problem+json", JSON.stringify(problem)],
    "/api/newsroom/people/1/": [500, "text/plain", ""],
    "/api/newsroom/sessions/?lang=ar": [200, "application/json; charset=utf-8", '{"items":[],"next":null}'],
    "/api/newsroom/summits/7.ics": [200, "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"],
};

const server = createServer((request, response) => {
    const [status, type, body] = says[request.url ?? ""] ?? [404, "text/plain", ""];
    response.writeHead(status, { "Content-Type": type, "Content-Length": Buffer.byteLength(body) }).end(body);
}).listen(0);
after(() => server.close());
const api = newsroom(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

async function error(request: Promise<unknown>): Promise<NewsroomError> {
    const found = await request.then(() => undefined, (reason: unknown) => reason);
    assert(found instanceof NewsroomError);
    return found;
}

test("a problem is thrown as the API told it", async () => {
    assert.deepEqual((await error(api.article(1))).problem, problem);
    assert.deepEqual((await error(api.get("/api/newsroom/articles/{id}/", { path: { id: 1 } }))).problem, problem);
});

test("a refusal that is no problem document is an error with its status all the same", async () => {
    for (const [request, status] of [[api.site(), 502], [api.person(1), 500]] as const) {
        const found = await error(request);
        assert.deepEqual([found.status, found.problem.code], [status, "http-error"]);
        assert.notEqual(found.message, "");
    }
});

test("every address is asked by its path, and gives documents or text", async () => {
    const sessions = await api.get("/api/newsroom/sessions/", { query: { lang: "ar" } });
    assert.deepEqual(sessions.items, []);
    const calendar: string = await api.get("/api/newsroom/summits/{id}.ics", { path: { id: 7 } });
    assert.equal(calendar, "BEGIN:VCALENDAR");
});
