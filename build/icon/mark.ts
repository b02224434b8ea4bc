/** A stroke with round ends, in a square of 512 x 512; angles in degrees clockwise from three o'clock, `from` below `to`. */
export type Stroke = { readonly colour: string; readonly width: number } & (
  | { readonly kind: "line"; readonly points: readonly (readonly [x: number, y: number])[] }
  | { readonly kind: "arc"; readonly x: number; readonly y: number; readonly radius: number; readonly from: number; readonly to: number }
);

export const side = 512;
export const ground = { colour: "#12324a", corner: 104 };

const gauge = { kind: "arc", x: 256, y: 268, radius: 176, width: 36 } as const;
const white = "#f4f8fb";

/** A gauge that is full but for its last tick, and that tick is what the product is about. */
export const strokes: readonly Stroke[] = [
  { ...gauge, colour: "#3f7ea6", from: 140, to: 363 },
  { ...gauge, colour: "#ffb43a", from: 22, to: 40 },
  {
    kind: "line",
    colour: white,
    width: 30,
    points: [
      [152, 240],
      [188, 214],
      [188, 344],
    ],
  }, // 1
  { kind: "arc", colour: white, width: 22, x: 262, y: 244, radius: 27, from: 0, to: 360 }, // %
  { kind: "arc", colour: white, width: 22, x: 344, y: 318, radius: 27, from: 0, to: 360 },
  {
    kind: "line",
    colour: white,
    width: 22,
    points: [
      [348, 218],
      [258, 344],
    ],
  },
];
