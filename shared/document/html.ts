import { printUnit } from "../units/print-unit.ts";
import type { Block, Cell, ChartSpec } from "./block.ts";
import { chartSvg } from "./chart-svg.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { style } from "./style.ts";

/** The blocks as one HTML document: no script, nothing fetched; the same for the window, for paper and for a file. */
export function documentHtml(title: string, language: string, blocks: readonly Block[]): string {
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head><meta charset="utf-8"><title>${escapeMarkup(title)}</title><meta name="generator" content="OnePercent"><style>${style}</style></head>
<body>
${blocks.map(blockHtml).join("\n")}
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "cover": {
      const lines = block.lines.map(({ label, text }) => `<dt>${escapeMarkup(label)}</dt><dd>${escapeMarkup(text)}</dd>`).join("");
      return `<header class="cover"><div class="mark">OnePercent</div><h1>${escapeMarkup(block.title)}</h1><div class="sub">${escapeMarkup(block.subtitle)}</div><dl>${lines}</dl></header>`;
    }
    case "heading":
      return `<h${block.level}>${escapeMarkup(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p>${escapeMarkup(block.text)}</p>`;
    case "figures":
      return `<div class="figures">${block.figures
        .map(
          ({ label, text, note }) =>
            `<div><span>${escapeMarkup(label)}</span><b>${escapeMarkup(text)}</b>${note ? `<small>${escapeMarkup(note)}</small>` : ""}</div>`,
        )
        .join("")}</div>`;
    case "facts":
      return `<dl>${block.rows.map(({ label, cell }) => `<dt>${escapeMarkup(label)}</dt><dd>${escapeMarkup(cellText(cell))}</dd>`).join("")}</dl>`;
    case "table":
      return tableHtml(block);
    case "chart":
      return `<figure><figcaption>${escapeMarkup(block.caption)}</figcaption>${legend(block.chart)}${chartSvg(block.chart)}</figure>`;
    case "finding":
      return `<div class="finding ${block.finding.severity}">${escapeMarkup(block.text)}</div>`;
  }
}

function tableHtml({ caption, columns, rows }: Extract<Block, { kind: "table" }>): string {
  const classes = { left: "", right: ' class="r"', time: ' class="time"' };
  const side = (k: number) => classes[columns[k]?.align ?? "left"];
  const head = columns
    .map(
      ({ label, unit }, k) => `<th${side(k)}>${escapeMarkup(label)}${unit ? `<small>${escapeMarkup(printUnit(unit))}</small>` : ""}</th>`,
    )
    .join("");
  const body = rows
    .map((row) => `<tr>${row.map((cell, k) => `<td${side(k)}>${escapeMarkup(cellText(cell))}</td>`).join("")}</tr>`)
    .join("");
  return `<table>${caption ? `<caption>${escapeMarkup(caption)}</caption>` : ""}<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function legend(chart: ChartSpec): string {
  if (chart.kind !== "lines" || chart.lines.length === 0) return "";
  const entries = chart.lines.map(
    ({ name, unit }, k) =>
      `<span><i class="s${k % 6}"></i>${escapeMarkup(name)}${unit ? ` (${escapeMarkup(printUnit(unit))})` : ""}</span>`,
  );
  return `<div class="legend">${entries.join("")}</div>`;
}

export const cellText = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);
