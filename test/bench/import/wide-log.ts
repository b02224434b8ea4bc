import { closeSync, openSync, writeSync } from "node:fs";
import { random } from "../../../main/analysis/signal/random.ts";

/** Writes a wide machine log: one row per second, random walks with three decimals, the same for the same size on every machine. */
export function writeWideLog(path: string, rows: number, sensors: number): void {
  const next = random(42);
  const walk = Float64Array.from({ length: sensors }, () => next() * 100);
  const fd = openSync(path, "w");
  let lines = [["timestamp", ...walk.keys().map((k) => `sensor_${k}`)].join(",")];
  let size = 0;
  const flush = () => {
    writeSync(fd, `${lines.join("\n")}\n`);
    lines = [];
    size = 0;
  };
  for (let i = 0; i < rows; i++) {
    let line = new Date(Date.UTC(2024, 0, 1) + i * 1000).toISOString().slice(0, 19).replace("T", " ");
    for (let k = 0; k < sensors; k++) {
      walk[k]! += next() - 0.5;
      line += `,${walk[k]!.toFixed(3)}`;
    }
    lines.push(line);
    size += line.length;
    if (size > 8e6) flush();
  }
  if (lines.length > 0) flush();
  closeSync(fd);
}
