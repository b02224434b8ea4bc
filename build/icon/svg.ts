import { ground, type Stroke, side, strokes } from "./mark.ts";

/** The mark as a drawing of any size. */
export function svg(): string {
  const body = strokes.map((stroke) => {
    const look = `fill="none" stroke="${stroke.colour}" stroke-width="${stroke.width}" stroke-linecap="round" stroke-linejoin="round"`;
    return `  <path d="${path(stroke)}" ${look}/>`;
  });
  const title = "  <title>OnePercent</title>";
  const square = `  <rect width="${side}" height="${side}" rx="${ground.corner}" fill="${ground.colour}"/>`;
  return [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">`, title, square, ...body, "</svg>", ""].join("\n");
}

function path(stroke: Stroke): string {
  if (stroke.kind === "line") return `M${stroke.points.map(([x, y]) => `${x} ${y}`).join("L")}`;
  const { x, y, radius, from, to } = stroke;
  const at = (degrees: number) => {
    const angle = (degrees * Math.PI) / 180;
    return `${(x + radius * Math.cos(angle)).toFixed(2)} ${(y + radius * Math.sin(angle)).toFixed(2)}`;
  };
  // A full circle has no direction as one arc; two halves have.
  const stops = to - from < 360 ? [to] : [from + 180, to];
  return `M${at(from)}${stops.map((stop) => `A${radius} ${radius} 0 ${stop - from > 180 && stops.length === 1 ? 1 : 0} 1 ${at(stop)}`).join("")}`;
}
