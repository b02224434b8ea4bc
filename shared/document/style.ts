/** The document's look, on screen and on paper: part of every report, so that it needs nothing else. */
export const style = `
:root { color-scheme: light; --ink: #1b2733; --soft: #5b6b7b; --rule: #d6dde4; --accent: #0b6e99; }
* { box-sizing: border-box; }
html { background: #eef1f4; }
body { max-width: 820px; margin: 0 auto; padding: 40px 48px; background: #fff; color: var(--ink);
  font: 13px/1.55 "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif;
  font-variant-numeric: tabular-nums; }
h1 { font-size: 21px; margin: 40px 0 10px; padding-bottom: 6px; border-bottom: 2px solid var(--accent); }
h2 { font-size: 16px; margin: 26px 0 8px; }
h3 { font-size: 13.5px; margin: 18px 0 6px; color: var(--soft); }
p { margin: 6px 0; }
.cover { min-height: 300px; padding: 60px 0 30px; border-bottom: 1px solid var(--rule); }
.cover .mark { color: var(--accent); font-weight: 700; letter-spacing: .04em; }
.cover h1 { border: 0; font-size: 32px; line-height: 1.2; margin: 14px 0 4px; }
.cover .sub { font-size: 16px; color: var(--soft); margin-bottom: 34px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 3px 18px; margin: 8px 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.figures { display: flex; flex-wrap: wrap; gap: 12px; margin: 12px 0; }
.figures div { flex: 1 1 150px; border: 1px solid var(--rule); border-radius: 6px; padding: 10px 14px; break-inside: avoid; }
.figures b { display: block; font-size: 20px; line-height: 1.25; } .figures span { color: var(--soft); display: block; }
.figures small { color: var(--soft); }
table { border-collapse: collapse; width: 100%; margin: 4px 0 14px; font-size: 12px; }
caption { text-align: left; color: var(--soft); padding: 6px 0; }
th, td { text-align: left; padding: 3px 8px; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; white-space: nowrap; overflow-wrap: normal; } td.time { white-space: nowrap; } th small { display: block; font-weight: 400; color: var(--soft); }
td.r, th.r { text-align: right; white-space: nowrap; }
thead { display: table-header-group; } tr { break-inside: avoid; }
figure { margin: 12px 0; break-inside: avoid; } figcaption { color: var(--soft); margin-bottom: 4px; }
svg { width: 100%; height: auto; display: block; } svg text { font-size: 10px; fill: var(--soft); }
svg .unit, svg .name { fill: var(--ink); }
.legend { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: 11px; } .legend i { display: inline-block; width: 14px; height: 3px; margin-right: 5px; vertical-align: middle; }
.grid { stroke: #e6ebf0; stroke-width: 1; fill: none; } .tick { stroke: #9aa7b3; } .zero { stroke: #5b6b7b; fill: none; }
.line { fill: none; stroke-width: 1.1; stroke-linejoin: round; } .band { opacity: .28; stroke-width: .6; }
.limit { stroke: #b3261e; stroke-width: 1.1; stroke-dasharray: 5 3; fill: none; }
.line.s0 { stroke: #0072b2; } .band.s0 { fill: #0072b2; stroke: #0072b2; } .legend .s0 { background: #0072b2; }
.line.s1 { stroke: #d55e00; } .band.s1 { fill: #d55e00; stroke: #d55e00; } .legend .s1 { background: #d55e00; }
.line.s2 { stroke: #009e73; } .band.s2 { fill: #009e73; stroke: #009e73; } .legend .s2 { background: #009e73; }
.line.s3 { stroke: #aa4499; } .band.s3 { fill: #aa4499; stroke: #aa4499; } .legend .s3 { background: #aa4499; }
.line.s4 { stroke: #8c6d00; } .band.s4 { fill: #8c6d00; stroke: #8c6d00; } .legend .s4 { background: #8c6d00; }
.line.s5 { stroke: #4d5a66; } .band.s5 { fill: #4d5a66; stroke: #4d5a66; } .legend .s5 { background: #4d5a66; }
.mark.reference { fill: #cfe8dc; } .mark.alert { fill: #f7d9a8; } .mark.fault { fill: #f3c0bb; } .mark.normal { fill: #d5dde4; } .mark.unclear { fill: #e4d7ef; }
.loss { fill: #c4572b; } .gain { fill: #2c8a5a; } .share { fill: #0072b2; }
.finding { border-left: 4px solid var(--rule); padding: 5px 12px; margin: 6px 0; background: #f6f8fa; break-inside: avoid; }
.finding.warning { border-color: #d99a1c; } .finding.blocking { border-color: #b3261e; }
code { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: 11px; }
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print { html { background: none; } body { max-width: none; padding: 0; } .cover { break-after: page; min-height: 0; padding-top: 60mm; border: 0; } h1, h2, h3 { break-after: avoid; } body > h1 { break-before: page; } body > h1:first-of-type { break-before: auto; } }
`;
