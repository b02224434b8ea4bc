import { AuditPanel } from "./audit-panel.tsx";
import { EnginePanel } from "./engine-panel.tsx";
import { KeysPanel } from "./keys-panel.tsx";
import { LicencesPanel } from "./licences-panel.tsx";
import { LookPanel } from "./look-panel.tsx";
import { NetworkPanel } from "./network-panel.tsx";
import classes from "./settings-view.module.css";

/** How the window looks, what runs in it, and the evidence that can be shown to others. */
export function SettingsView() {
  return (
    <div className={classes.page}>
      <div className={classes.column}>
        <LookPanel />
        <NetworkPanel />
        <KeysPanel />
      </div>
      <div className={classes.column}>
        <EnginePanel />
        <AuditPanel />
        <LicencesPanel />
      </div>
    </div>
  );
}
