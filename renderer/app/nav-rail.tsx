import {
  IconChartLine,
  IconChecklist,
  IconFileImport,
  IconFileReport,
  IconFolder,
  IconHeartbeat,
  IconLayoutDashboard,
  IconPercentage,
  IconRosetteDiscountCheck,
  IconSettings,
} from "@tabler/icons-react";
import classes from "./app-frame.module.css";
import { BrandMark } from "./brand-mark.tsx";
import { useSay } from "./language.tsx";
import { type Screen, screens, useNavigation } from "./navigation.tsx";

const icons: Record<Screen, typeof IconFolder> = {
  project: IconFolder,
  import: IconFileImport,
  explore: IconChartLine,
  quality: IconChecklist,
  board: IconLayoutDashboard,
  health: IconHeartbeat,
  efficiency: IconPercentage,
  proof: IconRosetteDiscountCheck,
  report: IconFileReport,
  settings: IconSettings,
};

export function NavRail() {
  const say = useSay();
  const { screen, go } = useNavigation();
  const item = (name: Screen) => {
    const Icon = icons[name];
    return (
      <button
        key={name}
        type="button"
        className={classes.item}
        aria-current={name === screen ? "page" : undefined}
        aria-keyshortcuts={name === "settings" ? "Control+Comma" : `Control+${screens.indexOf(name) + 1}`}
        onClick={() => go(name)}
      >
        <Icon size={17} stroke={1.7} aria-hidden />
        {say(`app.screen.${name}`)}
      </button>
    );
  };
  return (
    <nav className={classes.nav} aria-label={say("app.navigation")}>
      <div className={classes.brand}>
        <BrandMark size={22} />
        {say("app.name")}
      </div>
      {screens.filter((name) => name !== "settings").map(item)}
      <span className={classes.spacer} />
      {item("settings")}
    </nav>
  );
}
