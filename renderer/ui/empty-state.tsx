import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

/** Says why there is nothing to see and what to do next. */
export function EmptyState({ icon, title, text, action }: { icon?: ReactNode; title: string; text?: string; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      {icon}
      <h2 className={classes.title}>{title}</h2>
      {text && <p className={classes.text}>{text}</p>}
      {action}
    </div>
  );
}
