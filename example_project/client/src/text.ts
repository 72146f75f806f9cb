/** A story as plain text: every kind of block is told apart, and the compiler knows when one is forgotten. */
import type { Article, Block, Schemas } from "./client.js";

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'", nbsp: " " };

/** Display-ready HTML without its marks. */
export function plain(html: string): string {
    return html
        .replace(/<br\s*\/?>|<\/(?:p|li|h\d)>/g, "\n")
        .replace(/<[^>]*>/g, "")
        .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
        .trim();
}

function picture({ alt, caption, credit }: Schemas["StoryImage"]): string {
    return [alt, plain(caption), credit].filter(Boolean).join(" – ");
}

export function blockText(block: Block): string {
    switch (block.type) {
        case "paragraph":
            return plain(block.value);
        case "heading":
            return `${"#".repeat(block.value.level)} ${block.value.text}`;
        case "speaker_quote": {
            const { attribution, quote, person, role, organisation } = block.value;
            const speaker = [person?.name, role, organisation?.name].filter(Boolean).join(", ");
            return [attribution, plain(quote), `— ${speaker}`].filter(Boolean).join("\n");
        }
        case "pull_quote":
            return `» ${block.value.text}`;
        case "image":
            return picture(block.value);
        case "gallery":
            return [block.value.title, ...block.value.images.map(picture)].join("\n");
        case "embed":
            return block.value ? `${block.value.title} <${block.value.url}>` : "";
        case "table": {
            const head = block.value.columns.map((column) => column.heading);
            const rows = block.value.rows.map((row) => row.values.map((value) => value ?? ""));
            return [block.value.caption, ...[head, ...rows].map((row) => row.join(" | "))].join("\n");
        }
        case "statistic":
            return `${block.value.text} ${block.value.unit}: ${block.value.claim}`;
        case "fact_box":
            return `${block.value.title}\n${plain(block.value.text)}`;
        case "related_article":
            return block.value ? `${block.value.title} <${block.value.html_url}>` : "";
        default:
            return forgotten(block);
    }
}

/** Does not compile while a kind of block is left over. */
function forgotten(block: never): never {
    throw new Error(`A kind of block that this reader does not know: ${JSON.stringify(block)}`);
}

export function articleText(article: Article): string {
    const bylines = article.bylines.map(({ person, role }) => [person.name, role].filter(Boolean).join(", "));
    return [
        article.title,
        article.dateline?.text ?? "",
        ...bylines,
        ...article.body.map(blockText),
        ...article.citations.map(({ number, html }) => `[${number}] ${plain(html)}`),
    ]
        .filter(Boolean)
        .join("\n\n");
}
