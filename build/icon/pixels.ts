import { ground, type Stroke, side, strokes } from "./mark.ts";

/**
 * The mark as pixels: coverage is taken from the distance to each shape, so that edges are smooth.
 * @param size pixels per side
 * @returns [size × size × 4] red, green, blue, alpha, 0 … 255
 */
export function pixels(size: number): Uint8Array {
  const image = new Uint8Array(size * size * 4);
  const scale = side / size;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const x = (column + 0.5) * scale;
      const y = (row + 0.5) * scale;
      const cover = (distance: number) => Math.min(1, Math.max(0, 0.5 - distance / scale));
      let colour = rgb(ground.colour);
      for (const stroke of strokes) {
        const share = cover(toStroke(x, y, stroke));
        if (share > 0) colour = mix(colour, rgb(stroke.colour), share);
      }
      image.set([...colour.map(Math.round), Math.round(255 * cover(toGround(x, y)))], (row * size + column) * 4);
    }
  }
  return image;
}

type Colour = readonly [number, number, number];
const rgb = (hex: string): Colour => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Colour;
const mix = (under: Colour, over: Colour, share: number): Colour =>
  under.map((value, i) => value + ((over[i] as number) - value) * share) as unknown as Colour;

/** Distance to the edge of a shape, negative inside, in units of the drawing. */
function toStroke(x: number, y: number, stroke: Stroke): number {
  if (stroke.kind === "arc") return toArc(x - stroke.x, y - stroke.y, stroke) - stroke.width / 2;
  const segments = stroke.points.slice(1).map((end, i) => toSegment(x, y, stroke.points[i] as readonly [number, number], end));
  return Math.min(...segments) - stroke.width / 2;
}

function toArc(x: number, y: number, { radius, from, to }: { radius: number; from: number; to: number }): number {
  const angle = (Math.atan2(y, x) * 180) / Math.PI;
  const turned = (((angle - from) % 360) + 360) % 360;
  if (turned <= to - from) return Math.abs(Math.hypot(x, y) - radius);
  const ends = [from, to].map((degrees) => (degrees * Math.PI) / 180);
  return Math.min(...ends.map((end) => Math.hypot(x - radius * Math.cos(end), y - radius * Math.sin(end))));
}

function toSegment(x: number, y: number, [ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

function toGround(x: number, y: number): number {
  const reach = side / 2 - ground.corner;
  const [dx, dy] = [Math.abs(x - side / 2) - reach, Math.abs(y - side / 2) - reach];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - ground.corner;
}
