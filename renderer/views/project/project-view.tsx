import { useProject } from "../../data/use-project.ts";
import { ProjectHome } from "./project-home.tsx";
import { StartScreen } from "./start-screen.tsx";

/** Without a project: how to begin. With one: what is in it. */
export function ProjectView() {
  const project = useProject();
  if (project === undefined) return null;
  return project ? <ProjectHome project={project} /> : <StartScreen />;
}
