import type { ReportSection } from "../section.ts";

export const cover: ReportSection = {
  id: "cover",
  compose({ request, asset, project, range, composedAt, software }, words) {
    const line = (label: Parameters<typeof words.say>[0], text: string) => ({ label: words.say(label), text });
    return [
      {
        kind: "cover",
        title: request.title,
        subtitle: [request.plant, asset.name].filter(Boolean).join(" · "),
        lines: [
          line("report.period", words.period(range)),
          ...(request.author ? [line("report.author", request.author)] : []),
          line("report.project", project.name),
          line("report.composed", `${words.time(composedAt)} UTC`),
          line("report.software", `OnePercent ${software.version}`),
        ],
      },
    ];
  },
};
