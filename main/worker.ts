import { parentPort } from "node:worker_threads";
import { serveTasks } from "./jobs/serve-tasks.ts";
import { tasks } from "./workbench/tasks/table.ts";

serveTasks(parentPort!, tasks);
