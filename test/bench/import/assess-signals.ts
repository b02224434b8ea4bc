/** Run in a process of its own: looks into every sample of a folder as the product does; prints milliseconds, CPU milliseconds and peak memory as JSON. */
import { quietRun } from "#shared/domain/run.ts";
import { assessQuality } from "../../../main/workbench/tasks/assess-quality.ts";

const [folder] = process.argv.slice(2) as [string];
const begun = performance.now();
const { rows, tags } = await assessQuality({ folder, states: {} }, quietRun());
const ms = performance.now() - begun;
const cpu = process.cpuUsage();
const samples = rows * tags.length;
console.log(JSON.stringify({ ms, cpuMs: (cpu.user + cpu.system) / 1000, samples, peakGB: process.resourceUsage().maxRSS / 1e6 }));
