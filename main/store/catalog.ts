import type Database from "better-sqlite3";
import { z } from "zod";
import { Asset, Tag } from "#shared/domain/asset.ts";
import { Case } from "#shared/domain/case.ts";
import { CrewCalendar } from "#shared/domain/crew-calendar.ts";
import { DerivedTag } from "#shared/domain/derived-tag.ts";
import { EfficiencyModel, ValueInput } from "#shared/domain/efficiency.ts";
import { Episode, HealthModel } from "#shared/domain/health.ts";
import { ImportRecord } from "#shared/domain/importing.ts";
import { Job } from "#shared/domain/job.ts";
import { KpiDefinition } from "#shared/domain/kpi.ts";
import { Lesson } from "#shared/domain/lesson.ts";
import { Measure } from "#shared/domain/measure.ts";
import { QualityReport } from "#shared/domain/quality.ts";
import { ReportRecord } from "#shared/domain/report.ts";
import { Trial } from "#shared/domain/trial.ts";
import { Vitals } from "#shared/domain/watch.ts";
import { AuditChain } from "./audit-chain.ts";
import { Collection } from "./collection.ts";
import { diskProblem } from "./disk-problem.ts";

/** What was typed to put money on an efficiency model. */
const ValueNote = z.object({ id: z.string(), input: ValueInput });

/** Who was on shift when at an asset. */
const CrewNote = z.object({ id: z.string(), calendar: CrewCalendar });

/** Where the scores of a model lie: a folder of their own each time they are written, so that new ones and their episodes appear at once. */
const ScoresNote = z.object({
  id: z.string(),
  folder: z.string(),
  /** The imports they were made from; missing where that was not written down: then those the model was trained on. */
  imports: z.array(z.string()).optional(),
});

/** The id a tag is kept under: its asset's and its own name. */
export const tagId = (assetId: string, name: string): string => `${assetId}/${name}`;

/** The project's state: everything but samples, scores and documents. */
export class Catalog {
  readonly assets: Collection<Asset>;
  readonly tags: Collection<Tag>;
  readonly derivedTags: Collection<DerivedTag>;
  readonly imports: Collection<ImportRecord>;
  readonly quality: Collection<QualityReport>;
  readonly healthModels: Collection<HealthModel>;
  readonly scores: Collection<z.infer<typeof ScoresNote>>;
  readonly episodes: Collection<Episode>;
  readonly cases: Collection<Case>;
  readonly vitals: Collection<Vitals>;
  readonly lessons: Collection<Lesson>;
  readonly kpis: Collection<KpiDefinition>;
  readonly efficiencyModels: Collection<EfficiencyModel>;
  readonly measures: Collection<Measure>;
  readonly trials: Collection<Trial>;
  readonly crews: Collection<z.infer<typeof CrewNote>>;
  readonly values: Collection<z.infer<typeof ValueNote>>;
  readonly reports: Collection<ReportRecord>;
  readonly jobs: Collection<Job>;
  readonly audit: AuditChain;
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
    this.assets = new Collection(db, "asset", Asset, (v) => ({ id: v.id, parent: "", createdAt: v.createdAt }));
    this.tags = new Collection(db, "tag", Tag, (v) => ({ id: tagId(v.assetId, v.name), parent: v.assetId, createdAt: 0 }));
    this.derivedTags = new Collection(db, "derived", DerivedTag, (v) => ({
      id: tagId(v.assetId, v.name),
      parent: v.assetId,
      createdAt: v.createdAt,
    }));
    this.imports = new Collection(db, "import", ImportRecord, (v) => ({ id: v.id, parent: v.assetId, createdAt: v.importedAt }));
    this.quality = new Collection(db, "quality", QualityReport, (v) => ({ id: v.importId, parent: v.assetId, createdAt: 0 }));
    this.healthModels = new Collection(db, "model", HealthModel, (v) => ({ id: v.id, parent: v.assetId, createdAt: v.createdAt }));
    this.scores = new Collection(db, "scores", ScoresNote, (v) => ({ id: v.id, parent: v.id, createdAt: 0 }));
    this.episodes = new Collection(db, "episode", Episode, (v) => ({ id: v.id, parent: v.modelId, createdAt: v.from }));
    this.lessons = new Collection(db, "lesson", Lesson, (v) => ({ id: v.id, parent: v.assetId, createdAt: v.at }));
    this.cases = new Collection(db, "case", Case, (v) => ({ id: v.id, parent: v.assetId, createdAt: v.openedAt }));
    this.vitals = new Collection(db, "vitals", Vitals, (v) => ({ id: v.assetId, parent: v.assetId, createdAt: 0 }));
    this.kpis = new Collection(db, "kpi", KpiDefinition, (v) => ({ id: v.id, parent: v.assetId, createdAt: 0 }));
    this.efficiencyModels = new Collection(db, "efficiency", EfficiencyModel, (v) => ({
      id: v.id,
      parent: v.assetId,
      createdAt: v.createdAt,
    }));
    this.measures = new Collection(db, "measure", Measure, (v) => ({ id: v.id, parent: v.plan.assetId, createdAt: v.lockedAt }));
    this.trials = new Collection(db, "trial", Trial, (v) => ({ id: v.id, parent: v.wish.assetId, createdAt: v.lockedAt }));
    this.crews = new Collection(db, "crews", CrewNote, (v) => ({ id: v.id, parent: v.id, createdAt: 0 }));
    this.values = new Collection(db, "value", ValueNote, (v) => ({ id: v.id, parent: v.id, createdAt: 0 }));
    this.reports = new Collection(db, "report", ReportRecord, (v) => ({ id: v.id, parent: v.assetId, createdAt: v.createdAt }));
    this.jobs = new Collection(db, "job", Job, (v) => ({ id: v.id, parent: "", createdAt: v.startedAt }));
    this.audit = new AuditChain(db);
  }

  /** All of it is kept, or none: the last step of every piece of work. Throws `disk.full`, `disk.refused`. */
  commit(write: () => void): void {
    try {
      this.#db.transaction(write).immediate();
    } catch (error) {
      throw diskProblem(error, this.#db.name);
    }
  }
}
