import { Button, Select } from "@mantine/core";
import { Activity, type ReactNode, useState } from "react";
import type { Asset } from "#shared/domain/asset.ts";
import { useEngineState } from "../data/use-engine-state.ts";
import { useAssets, useProject } from "../data/use-project.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { BoardView } from "../views/board/board-view.tsx";
import { EfficiencyView } from "../views/efficiency/efficiency-view.tsx";
import { ExploreView } from "../views/explore/explore-view.tsx";
import { HealthView } from "../views/health/health-view.tsx";
import { ImportView } from "../views/import/import-view.tsx";
import { NewProjectDialog } from "../views/project/new-project-dialog.tsx";
import { ProjectView } from "../views/project/project-view.tsx";
import { ProofView } from "../views/proof/proof-view.tsx";
import { QualityView } from "../views/quality/quality-view.tsx";
import { ReportView } from "../views/report/report-view.tsx";
import { SettingsView } from "../views/settings/settings-view.tsx";
import classes from "./app-frame.module.css";
import { DropZone } from "./drop-zone.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { useSay } from "./language.tsx";
import { NavRail } from "./nav-rail.tsx";
import { type Screen, screens, useNavigation } from "./navigation.tsx";
import { StatusBar } from "./status-bar.tsx";
import { useEngineNotice } from "./use-engine-notice.ts";
import { useJobNotices } from "./use-job-notices.ts";
import { useMenuCommands } from "./use-menu-commands.ts";
import { useScreenKeys } from "./use-screen-keys.ts";

/** The window: screens on the left, what they speak of above, what goes on below. */
export function AppFrame() {
  useScreenKeys();
  useMenuCommands();
  useEngineNotice();
  useJobNotices();
  const { screen } = useNavigation();
  const say = useSay();
  const engineState = useEngineState();
  const visited = useVisited(screen);
  return (
    <div className={classes.frame}>
      <NavRail />
      <header className={classes.header}>
        <h1 className={classes.title}>{say(`app.screen.${screen}`)}</h1>
        <ProjectAndAsset />
      </header>
      <main className={classes.main}>
        {engineState === "lost" && (
          <div className={classes.lost} role="alert">
            {say("app.engine.lost")}
          </div>
        )}
        {screens
          .filter((name) => visited.has(name))
          .map((name) => (
            // Left screens keep what was typed into them.
            <Activity key={name} mode={name === screen ? "visible" : "hidden"}>
              <section className={classes.view} aria-label={say(`app.screen.${name}`)} data-screen={name}>
                <Guarded>{viewOf(name)}</Guarded>
              </section>
            </Activity>
          ))}
      </main>
      <StatusBar />
      <NewProjectDialog />
      <DropZone />
    </div>
  );
}

function viewOf(screen: Screen): ReactNode {
  switch (screen) {
    case "project":
      return <ProjectView />;
    case "import":
      return <NeedsProject>{<ImportView />}</NeedsProject>;
    case "explore":
      return <NeedsAsset>{(asset) => <ExploreView key={asset.id} asset={asset} />}</NeedsAsset>;
    case "quality":
      return <NeedsAsset>{(asset) => <QualityView key={asset.id} asset={asset} />}</NeedsAsset>;
    case "board":
      return <NeedsAsset>{() => <BoardView />}</NeedsAsset>;
    case "health":
      return <NeedsAsset>{(asset) => <HealthView key={asset.id} asset={asset} />}</NeedsAsset>;
    case "efficiency":
      return <NeedsAsset>{(asset) => <EfficiencyView key={asset.id} asset={asset} />}</NeedsAsset>;
    case "proof":
      return <NeedsAsset>{(asset) => <ProofView key={asset.id} asset={asset} />}</NeedsAsset>;
    case "report":
      return <NeedsAsset>{(asset) => <ReportView key={asset.id} asset={asset} />}</NeedsAsset>;
    case "settings":
      return <SettingsView />;
  }
}

function useVisited(screen: Screen): ReadonlySet<Screen> {
  const [visited, setVisited] = useState<ReadonlySet<Screen>>(new Set([screen]));
  if (!visited.has(screen)) setVisited(new Set([...visited, screen]));
  return visited;
}

function Guarded({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  return (
    <ErrorBoundary
      fallback={(error, again) => (
        <EmptyState
          title={say("app.broken.title")}
          text={say("app.broken.text", { message: error.message })}
          action={<Button onClick={again}>{say("app.broken.do")}</Button>}
        />
      )}
    >
      {children}
    </ErrorBoundary>
  );
}

function NeedsProject({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  const { go } = useNavigation();
  const project = useProject();
  if (project === undefined) return null;
  if (project) return children;
  return (
    <EmptyState
      title={say("app.need.project.title")}
      text={say("app.need.project.text")}
      action={<Button onClick={() => go("project")}>{say("app.need.project.do")}</Button>}
    />
  );
}

function NeedsAsset({ children }: { readonly children: (asset: Asset) => ReactNode }) {
  const say = useSay();
  const { go, asset } = useNavigation();
  return (
    <NeedsProject>
      {asset ? (
        children(asset)
      ) : (
        <EmptyState
          title={say("app.need.data.title")}
          text={say("app.need.data.text")}
          action={<Button onClick={() => go("import")}>{say("app.need.data.do")}</Button>}
        />
      )}
    </NeedsProject>
  );
}

function ProjectAndAsset() {
  const say = useSay();
  const project = useProject();
  const assets = useAssets();
  const { asset, chooseAsset } = useNavigation();
  if (!project) return <span className={classes.projectName}>{project === null ? say("app.no-project") : ""}</span>;
  return (
    <>
      <span className={classes.projectName} title={project.folder}>
        {project.name}
      </span>
      <span className={classes.spacer} />
      {asset && <span className={classes.projectName}>{say("app.asset")}</span>}
      {asset && (
        <Select
          aria-label={say("app.asset")}
          w={220}
          data={assets.map(({ id, name }) => ({ value: id, label: name }))}
          value={asset.id}
          onChange={(id) => id && chooseAsset(id)}
        />
      )}
    </>
  );
}
