import { z } from "zod";
import { Asset, Tag } from "../domain/asset.ts";
import { AuditEntry } from "../domain/audit.ts";
import { Project, RecentProject } from "../domain/project.ts";
import { call } from "./define.ts";

const nothing = z.object({});

export const project = {
  /** The open project, null when none is. */
  current: call(nothing, Project.nullable()),
  recent: call(nothing, z.array(RecentProject)),
  /** Takes a project off the list of recent ones; the folder stays. */
  forget: call(z.object({ folder: z.string() }), z.array(RecentProject)),
  /** Makes a project in a folder that is empty or not there yet, and opens it. */
  create: call(z.object({ folder: z.string().min(1), name: z.string().min(1) }), Project),
  open: call(z.object({ folder: z.string().min(1) }), Project),
  close: call(nothing, z.null()),
  /** Makes a project with the sample plant in it: a job whose result is `{ projectId, assetId }`. The project opens at once. */
  sample: call(z.object({ folder: z.string().optional() }), z.object({ jobId: z.string(), project: Project })),
  assets: call(nothing, z.array(Asset)),
  renameAsset: call(z.object({ assetId: z.string(), name: z.string().min(1) }), Asset),
  tags: call(z.object({ assetId: z.string() }), z.array(Tag)),
  audit: call(
    z.object({ limit: z.number().int().positive().default(200) }),
    z.object({ entries: z.array(AuditEntry), intact: z.boolean() }),
  ),
};
